"""Cloze: a text with blanks, an answer fills them, a line each.

In the author's text a blank is `{{name}}`; learners see `[1] ____`, numbered in the order of `blanks`, so that both
languages may place them as their grammar wants.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from interview_drill.errors import AnswerError
from interview_drill.kinds import Settings
from interview_drill.kinds.cloze_lines import readings, unrepeated
from interview_drill.kinds.revealed import Revealed
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.kinds.typed import plain
from interview_drill.question import Answer, Question, Text
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

BLANK = re.compile(r"\{\{([^{}]+)\}\}")
EQUAL = re.compile(r"[=＝≈]|\\approx\b")
ANYTHING = "*"
"""In a misconception's answer: whatever stands in this blank."""


class Blank(Struct, frozen=True):
    """What may stand in a blank: by language, or a list for all of them."""

    accept: Mapping[str, tuple[str, ...]] | tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """Everything accepted, whatever the language."""
        if isinstance(self.accept, Mapping):
            return tuple(word for words in self.accept.values() for word in words)
        return self.accept

    def takes(self, word: str) -> bool:
        """Whether a word is among the accepted ones; letter case, width, spaces and hyphens are of no account.

        So is every part of a chain (`ln 2 ≈ 0.693`), in front of which a bare `=` may stand.
        """
        first, *more = EQUAL.split(word)
        said = [word] if plain(word) in map(plain, self.words) else [first, *more] if first.strip() else more
        return bool(said) and all(plain(one) in map(plain, self.words) for one in said)


class Task(Struct, frozen=True):
    """The text with its blanks, and what each blank takes."""

    text: Text
    blanks: Mapping[str, Blank]

    def behind(self, name: str) -> list[str]:
        """What follows a blank in its sentence, in every language."""
        parts = (re.split(rf"\{{\{{\s*{re.escape(name)}\s*\}}\}}", said, maxsplit=1) for said in self.text.values())
        return [part[1].partition("{{")[0].strip() for part in parts if len(part) > 1]


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Right where every blank is; partial where some are."""
    words = _read(question, _lines(answer.text, len(question.task.blanks)))
    right = _right(question.task, words)
    share = sum(right) / len(right)
    facts = {"right": sum(right), "total": len(right), "wrong": [at for at, ok in enumerate(right, 1) if not ok]}
    if share == 1:
        return verdict(Outcome.CORRECT, Evidence("match", "cloze-right", facts))
    outcome = Outcome.PARTIAL if share else Outcome.INCORRECT
    return verdict(
        outcome, Evidence("match", "cloze-wrong", facts), score=share, misconception=_misconception(question, words)
    )


def _read(question: Question, lines: list[str]) -> list[str]:
    """The words, without labels: of the sensible readings the one with most blanks right, a known slip before none."""
    task = question.task
    return max(readings(lines), key=lambda words: (sum(_right(task, words)), bool(_misconception(question, words))))


def _right(task: Task, words: list[str]) -> list[bool]:
    """Blank by blank."""
    return [_takes(task, name, word) for name, word in zip(task.blanks, words, strict=True)]


def _takes(task: Task, name: str, word: str) -> bool:
    blank = task.blanks[name]
    return blank.takes(word) or any(map(blank.takes, unrepeated(word, task.behind(name))))


def _lines(text: str, count: int) -> list[str]:
    """The answer's lines, one a blank. Raises AnswerError where their number differs."""
    words = [line for line in text.splitlines() if line.strip()]
    if len(words) != count:
        raise AnswerError("cloze-count", wanted=count, got=len(words))
    return words


def _misconception(question: Question, words: list[str]) -> str | None:
    for wrong in question.misconceptions:
        said = _lines(wrong.answer, len(words))
        if all(one == ANYTHING or plain(one) == plain(word) for one, word in zip(said, words, strict=True)):
            return wrong.name
    return None


def stem(task: Task, stem: Text) -> Text:
    """The stem with the text below it, blanks numbered."""
    return {language: f"{said.rstrip()}\n\n{_numbered(task, language)}" for language, said in stem.items()}


def _numbered(task: Task, language: str) -> str:
    names = list(task.blanks)
    said = task.text.get(language) or next(iter(task.text.values()), "")
    return BLANK.sub(lambda blank: f"[{_number(names, blank)}] ____", said)


def _number(names: list[str], blank: re.Match[str]) -> int | str:
    name = blank.group(1).strip()
    return names.index(name) + 1 if name in names else "?"


def specimens(question: Question) -> Iterator[Specimen]:
    """Every accepted word in its blank, and every misconception."""
    task: Task = question.task
    first = [blank.words[0] for blank in task.blanks.values()]
    for at, (name, blank) in enumerate(task.blanks.items()):
        for word in blank.words:
            yield Specimen(f"blanks.{name}", Answer("\n".join([*first[:at], word, *first[at + 1 :]])), Outcome.CORRECT)
    for number, wrong in enumerate(question.misconceptions):
        words = [first[at] if word == ANYTHING else word for at, word in enumerate(_lines(wrong.answer, len(first)))]
        some = any(blank.takes(word) for blank, word in zip(task.blanks.values(), words, strict=True))
        outcome = Outcome.PARTIAL if some else Outcome.INCORRECT
        yield Specimen(f"misconceptions.{number}.answer", Answer("\n".join(words)), outcome, wrong.name)


def faults(question: Question) -> Iterator[Mistake]:
    """A blank that a language lacks or nobody declared, one that takes nothing, a misconception of another length."""
    task: Task = question.task
    for language, said in task.text.items():
        found = {blank.group(1).strip() for blank in BLANK.finditer(said)}
        for name in sorted(found ^ set(task.blanks)):
            yield Mistake(f"text.{language}", "fault-blank", {"name": name})
    for name, blank in task.blanks.items():
        if not blank.words:
            yield Mistake(f"blanks.{name}", "fault-blank-takes-nothing", {"name": name})
    for number, wrong in enumerate(question.misconceptions):
        lines = len([line for line in wrong.answer.splitlines() if line.strip()])
        if lines != len(task.blanks):
            facts = {"wanted": len(task.blanks), "got": lines}
            yield Mistake(f"misconceptions.{number}.answer", "fault-blank-count", facts)


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The text with the blanks filled."""
    task: Task = question.task
    return (Revealed("show-key", {language: _filled(task, language) for language in task.text}),)


def _filled(task: Task, language: str) -> str:
    return BLANK.sub(lambda blank: f"**{_word(task.blanks[blank.group(1).strip()], language)}**", task.text[language])


def _word(blank: Blank, language: str) -> str:
    own = blank.accept.get(language) if isinstance(blank.accept, Mapping) else None
    return (own or blank.words)[0]
