"""Words of a derivation's lines: what leads in, what gives a reason, what follows without a claim, and conditions.

Words before or behind an equation that is judged as it stands say how one came to it. Those that would make it
another claim ("up to a factor of 2") are not read.
"""

from __future__ import annotations

import re

from interview_drill.formula.steps.brackets import equates

REASON = (
    r"(?:since|because|as|where|with|by|from|using|via)(?![A-Za-z])"
    r"|因为|由于|其中|这里|而|由(?!此|上)|∵|\\because(?![A-Za-z])"
)
"""Words before what an equation rests on."""
NUMBERED = re.compile(r"\s*(?:(?:[(（]\d+[)）]|\d+[.):．）：]|[①-⑳]|S\d+:)(?=\s)|\d+、)\s*")
PROSE = re.compile(
    r"\s*(?:[^=≠<>≤≥:：\n\\^_{}()]*[A-Za-z\u4e00-\u9fff]{2,}[^=≠<>≤≥:：\n\\^_{}()]*[:：](?!=)"
    r"|[\u4e00-\u9fff][^=≠<>≤≥≈,，:：\n]*?(?:(?:得到?|可知)[:：,，\s]+|\x1f|[:：](?!=))"
    r"|[A-Za-z]{2,} [^=≠<>≤≥≈,，:：\n]*[:：](?!=)|[\u4e00-\u9fff]+[，,：:]?)\s*"
)
"""Words up to a colon, and Chinese before the first formula."""
SAYING = re.compile(
    r"\s*(?:[A-Za-z]{2,}(?: +[A-Za-z]+)* +)?(?:we +(?:[a-z]+ +)?(?:have|get|obtain|find|see|know|start +from)|note"
    r"|recall|observe|it +follows|(?:this|which|that) +(?:gives|yields|means|is)|that +is|i\.e\.|proof\.?)"
    r"(?![A-Za-z_^({])(?: +that\b)?[\s:,，]*"
    r"|\s*(?:first(?:ly)?|second(?:ly)?|next|finally|also|now|again|similarly|here)(?:\s*,\s*|\s+(?![=,]))"
    r"|\s*(?P<more>[A-Za-z]{2,}(?:[ '-]+[A-Za-z]+)*)\s*,\s*(?=\S)",
    re.IGNORECASE,
)
"""English before the first formula: as it is usually said, or any words up to a comma."""
ARROW = re.compile(
    r"\s*(?:\\(?:Rightarrow|implies|Longrightarrow|therefore|Leftrightarrow|iff|to)(?![A-Za-z])|=>|⇒|⟹|⇔|⟺|∴|→)\s*"
)
WORD = re.compile(
    rf"\s*(?:(?P<let>let|set|define|put|write|denote|令|设|记|定义)|(?P<reason>{REASON})|so|but|then|thus|hence|therefore|and|"
    r"不妨设|取|所以|因此|故|则|于是|从而|即|有|又|得)(?:(?=[^A-Za-z_({\\\d\s=])|\s+|(?<=[\u4e00-\u9fff∵])|(?<=\\because))[\s:,，：]*",
    re.IGNORECASE,
)
LEADS = (NUMBERED, ARROW, WORD, PROSE, SAYING)
MORE = re.compile(
    r"\bup to\b(?!.*\bconst)|\bfactor of\b|\bby a factor\b|\btimes\b|\btwice\b|\bminus\b|\bapprox|\brough|\babout\b"
    r"|\bexcept|\bnot\b(?! (?:depend|involve|contain))|\bnever\b|\bfalse\b|\bwrong"
    r"|差(?!.*常)|倍|近似|大约|大概|不成立|除了|并非|不是|不等|的(?:倒数|相反数|负|转置|平方)",
    re.IGNORECASE,
)
"""Words that make an equation another one."""
END = re.compile(
    r"[\s,;，；。.]*(?:∎|□|■|\\(?:qed|QED|blacksquare|square|Box)(?![A-Za-z])|(?<![A-Za-z])Q\.?E\.?D\.?|(?:证毕|得证))[\s。.]*$"
)
"""That a proof ends says nothing of the equation before it."""
RANGE = re.compile(
    r"[\s,，]+(?:for\s+|对\s*)?(?:[a-z]\s*=\s*1\s*,\s*(?:…|\\[lc]?dots|\.\.\.)\s*,\s*[A-Z]|(?:∀|\\forall)\s*[a-z])\s*$"
)
"""That an equation is meant for all of an index is how it is judged."""
SAID = r"[^=<>≤≥≠≈∈∝~\d\n]*"
HOW = r"(?:由|因为|由于|根据|利用|其中|这里|代入|求导|约去|化简|整理|展开|链式|按|对所有|对任意)"
TAIL = re.compile(
    r"[\s,;，；]+(?P<said>"
    rf"(?<=[,，;；\s])(?:by|using|via)\s+(?:the|a|def|chain|product|quotient|linear|symmetry)\b{SAID}"
    rf"|(?<=[,，;；\s])for\s+(?:all|every|any|each)\b{SAID}"
    rf"|(?<=[,;，；]\s)(?:by|using|via|where|since|because|which|as)\s+[A-Za-z]{SAID}"
    rf"|(?:(?<=[,;，；])|(?<=[,;，；]\s))[\u4e00-\u9fff]{SAID}|(?<=[^-+*/·=(\s]\s){HOW}{SAID})$"
)
"""Words without a claim behind an equation."""
IF = re.compile(r"\s*(?:仅?当|若|如果|假如|(?:only +)?(?:if|when)\b|case\b)|.*时$", re.IGNORECASE)
"""That an equation is meant under a condition."""
OTHER_CASE = re.compile(r"否则|其他|其余|otherwise|\belse\b|\bif\b|\bwhen\b|当|若|如果|时")


def claims_more(said: str) -> bool:
    """Whether words without a sign would make an equation another one."""
    return MORE.search(said) is not None


def without_tail(text: str, at: int, end: int) -> tuple[int, tuple[int, int] | None]:
    """Where an equation ends before words that claim nothing, and the place of words that are not read, if any."""
    for one in (END, RANGE):
        found = one.search(text, at, end)
        end = found.start() if found and equates(text[at : found.start()]) else end
    found = TAIL.search(text, at, end)
    if found is None or OTHER_CASE.search(found["said"]) or not equates(text[at : found.start()]):
        return end, None
    if claims_more(found["said"]):
        return end, found.span("said")
    return found.start(), None
