"""Chinese words round a formula: `所以 ...`, `遗忘门 f_t = ...`, `贝叶斯定理：...`, `...，其中 λ 是正则化系数`.

What says nothing of mathematics is set aside, and a note says so; all other words are left, to be read or refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.defining import CLOSING, OPENING
from interview_drill.formula.notations.reading import Note
from interview_drill.formula.notations.vocabulary import Vocabulary, tokenised
from interview_drill.formula.notations.wording import CHINESE, may_describe, name_other, say_nothing

CONNECTIVE = re.compile(
    r"\s*(?:所以|因此|因而|于是|从而|由此|综上(?:所述)?|最终|最后)?\s*(?:可得|得到|可知|得出|得)?(?P<end>\s*[，,：:]?)\s*"
)
LEAD = re.compile(
    rf"\s*(?P<words>(?:[A-Za-z]{{2,}}\s*(?=[{CHINESE}]))?"
    rf"[{CHINESE}](?:[{CHINESE}]|\s+(?=[{CHINESE}A-Za-z])|[A-Za-z]{{2,}}(?=\s*[{CHINESE}]))*)(?P<behind>\s*)"
)
STATING = re.compile(r"(?:为|是|有|等于)$")
"""How words end that go on in the formula itself: `梯度为 ...`."""
WHERE = re.compile(r"(?<=[，,；;。])\s*(?:其中|这里|式中|此处)(?=[^，,；;。])")
DESCRIBED = re.compile(
    rf"\s*(?:(?:其中|这里|式中|此处)\s*)?(?P<what>[^{CHINESE}=＝]{{1,24}}?)\s*(?:是|为|表示|代表|指|即)\s*"
    rf"(?P<words>[{CHINESE}][{CHINESE}A-Za-z ]*?)\s*[。.]?\s*$"
)
MEANINGS = (
    (r"\\?(?:log|ln)", r"(?:以\s*e\s*为底的)?自然对数|以\s*e\s*为底(?:的对数)?"),
    (r"⊙|\\odot|∘|\\circ", r"(?:逐|按|对应)元素(?:相乘|乘法|乘积|积|乘)|(?:哈达玛|Hadamard\s*)乘?积"),
    (r"⌊\s*[·.x]?\s*⌋|\\lfloor.{0,8}\\rfloor", r"向?下取整"),
    (r"σ|\\sigma|sigma", r"(?:sigmoid|logistic|Sigmoid)\s*(?:激活)?(?:函数)?"),
)
"""What may be said of signs that have a meaning of their own, and is true."""
SEPARATORS = "，,；;。"
MOST_CLAUSES = 6


def without_words(text: str, known: Vocabulary) -> tuple[str, tuple[Note, ...]]:
    """The text with such words blank, so that every place stays what it was, and a note of them.

    Raises AnswerError where the words name another quantity than what is asked for.
    """
    if not re.search(f"[{CHINESE}]", text) or "\n" in text.strip():
        return text, ()
    said: list[str] = []
    for _ in range(MOST_CLAUSES):
        cut = _description(text, known)
        if cut is None:
            break
        said.insert(0, text[cut:].strip(SEPARATORS + " "))
        text = text[:cut] + " " * (len(text) - cut)
    text = WHERE.sub(lambda found: " " * len(found.group()), text)
    for place, at in enumerate(_statements(text)):
        for begin, end in _before(text, at, place == 0, known):
            said += [text[begin:end].strip(SEPARATORS + "：: ")] if text[begin:end].strip() else []
            text = text[:begin] + " " * (end - begin) + text[end:]
    return text, (Note("note-words", {"text": " … ".join(said)}),) if said else ()


def _description(text: str, known: Vocabulary) -> int | None:
    """Where the last clause begins, if it only says in words what a sign of the formula stands for."""
    cut = list(_separators(text))
    if not cut:
        return None
    found = DESCRIBED.match(text, cut[-1] + 1)
    if not found or not text[: cut[-1]].strip():
        return None
    what, words = found["what"].strip(" $"), found["words"].strip()
    meant = any(re.fullmatch(sign, what) and re.fullmatch(said, words) for sign, said in MEANINGS)
    name = _name(what, known)
    return cut[-1] if meant or (name and may_describe(words, name, known.patterns)) else None


def _name(what: str, known: Vocabulary) -> str:
    """The name of the question that something begins with, or the one letter that it is."""
    try:
        tokens = tokenised(what, known.lexicon)
    except AnswerError:
        return ""
    letter = len(tokens) == 1 and len(tokens[0].text) == 1
    named = bool(tokens) and tokens[0].kind == "name" and (tokens[0].text in known.patterns or letter)
    return tokens[0].text if named else ""


def _separators(text: str) -> Iterator[int]:
    """The commas and full stops outside of all brackets, before the last of what is written."""
    depth, end = 0, len(text.rstrip(SEPARATORS + " "))
    for at, sign in enumerate(text[:end]):
        depth += (sign in OPENING) - (sign in CLOSING)
        if depth == 0 and sign in SEPARATORS:
            yield at


def _statements(text: str) -> list[int]:
    """Where the statements of a text begin."""
    return [0, *(at + 1 for at in _separators(text))]


def _before(text: str, at: int, is_first: bool, known: Vocabulary) -> Iterator[tuple[int, int]]:
    """From where to where words that say nothing stand before the statement at a place."""
    if found := CONNECTIVE.match(text, at):
        begin, at = at, found.end()
        if is_first and text[begin:at].strip(SEPARATORS + "：: "):
            yield begin, at
        elif not text[begin:at].strip(SEPARATORS + "：: "):
            at = begin
    found = LEAD.match(text, at)
    if not found:
        return
    words, end = _ended(text, found, is_first)
    if not end or not say_nothing(words):
        return
    if name_other(words, known.asked):
        raise AnswerError("left-names-other", found.start("words"), found.end("words"), name=words)
    yield found.start("words"), end


def _ended(text: str, found: re.Match[str], is_first: bool) -> tuple[str, int]:
    """The words, and where the formula behind them begins; 0 where they are no words before a formula."""
    words, end = found["words"].rstrip(), found.end()
    ahead = text[end : end + 2]
    if is_first and len(words) > 1 and ahead[:1] in (":", "：") and ahead[1:] not in ("=", "＝"):
        return words, end + 1
    if is_first and (stating := STATING.search(words)):
        return words[: stating.start()], end
    named = re.match(r"[A-Za-z\\{∂$]|[^\W\d_]", ahead) and not re.match(f"[{CHINESE}]", ahead)
    rest = text[end : next((place for place in _separators(text) if place >= end), len(text))]
    return words, end if named and re.search(r"(?<![<>!])[=＝]", rest) else 0
