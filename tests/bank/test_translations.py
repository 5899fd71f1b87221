"""Languages: what a bank declares every text has; formulas and numbers agree; Chinese has its own punctuation."""

import pytest

from interview_drill.bank.audit import audit
from interview_drill.bank.formulas import differing
from interview_drill.bank.punctuation import half_width

from .banks import SOUND, bank, write

HALF_WIDTH = [
    "先求和,再除",
    "先求和, 再除",
    "为什么?",
    "例如: 平方",
    "结束.",
    "方差(variance)更大",
    "方差(方差)",
    "BN(批归一化)",
    '这叫"方差"',
    "`softmax`:在这里,再说",
    "$x$ 的值,就是",
    "softmax, 然后",
]
FULL_WIDTH = [
    "先求和，再除（见 $f(x, y)$）。",
    "形状是 (N, D)，区间 (0, 1) 内",
    "比率 1.5 和 10,000 个",
    "`a, b: c` 与 $a, b$",
    "见 https://example.org/a?b=c 一文",
    "1. 先求和\n2. 再除",
    "softmax, sigmoid 和 tanh",
    "f(x) 是函数",
    "填 {{a: b}} 处",
]
SAME = [
    {"en": "$a_k = 1$ and $b$", "zh": "$b$ 与 $a_k=1$"},
    {"en": "$x$ and $x$ again", "zh": "只有 $x$"},
    {"en": r"$\text{loss} = x$", "zh": r"$\text{损失} = x$"},
    {"en": r"$$a = b .$$", "zh": r"$$a = b$$"},
    {"en": r"$a \, b$ `$c$`", "zh": "$a b$"},
]
DIFFERENT = [
    {"en": "$a_k = 1$", "zh": "$a_k = 2$"},
    {"en": "$x$", "zh": "没有"},
    {"en": r"$\log x$", "zh": r"$\log y$"},
    {"en": "$$a = b$$", "zh": "$$b = a$$"},
]


@pytest.mark.parametrize("text", HALF_WIDTH)
def test_half_width_signs_are_found(text):
    """Beside Chinese characters, or around them."""
    assert list(half_width(text))


@pytest.mark.parametrize("text", FULL_WIDTH)
def test_other_peoples_signs_stay(text):
    """Formulas, code, numbers, Latin text, mathematical brackets."""
    assert not list(half_width(text))


@pytest.mark.parametrize("text", SAME)
def test_the_same_formulas(text):
    """Up to spacing, words inside, and how often a symbol is named."""
    assert differing(text) is None


@pytest.mark.parametrize("text", DIFFERENT)
def test_formulas_that_differ(text):
    """The one that is missing elsewhere is named."""
    language, formula = differing(text)
    assert formula in text[language]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Because.", "Because $x$.", "fault-formula-differs"),
        ("因为。", '"因为,对。"', "fault-half-width"),
        ("Because.", "Because of 12.", "fault-number-differs"),
    ],
)
def test_the_audit_finds_them(tmp_path, old, new, message):
    """At their own place in the line."""
    text = SOUND.replace(old, new)
    (row,) = [row for row in audit(bank(write(tmp_path, a=text))) if not row.ok]
    assert (row.message, row.line) == (message, 8)
    assert row.column > text.splitlines()[7].index("why")


CHINESE = "".join(
    line
    if "en:" not in line
    else line.replace("en: Title, ", "").replace("en: Which?, ", "").replace("en: Think., ", "")
    for line in SOUND.splitlines(keepends=True)
)
for _word in ("r", "a", "b", "c", "Because.", "Not a.", "Not b.", "Not c."):
    CHINESE = CHINESE.replace(f"{{en: {_word}, ", "{")


def failed(root):
    return {row.message for row in audit(bank(root)) if not row.ok}


def test_a_chinese_bank_declares_itself(tmp_path):
    """Chinese alone is fine; what is declared must be there."""
    assert "en:" not in CHINESE
    root = write(tmp_path, a=CHINESE)
    assert failed(root) == set()
    (root / "bank.yaml").write_text("languages: [zh]\n")
    assert failed(root) == set()
    (root / "bank.yaml").write_text("languages: [zh, en]\n")
    assert failed(root) == {"fault-language-missing"}


def test_without_a_declaration_a_question_has_the_languages_it_uses(tmp_path):
    """In each of its texts."""
    assert failed(write(tmp_path, a=SOUND, b=CHINESE)) == set()
    assert failed(write(tmp_path, a=SOUND.replace("en: Not a., ", ""))) == {"fault-language-missing"}


def test_a_third_language_is_held_to_its_word(tmp_path):
    """A language is a key more."""
    root = write(tmp_path, a=CHINESE.replace("zh:", "de:"), b=SOUND)
    (root / "bank.yaml").write_text("languages: [de]\n")
    assert {(row.question, row.message) for row in audit(bank(root)) if not row.ok} == {("b", "fault-language-missing")}


@pytest.mark.parametrize("place", ["", "topic", "topic/a.yaml"])
def test_a_part_of_a_bank_is_held_to_the_banks_declaration(tmp_path, place):
    """An author checks one file, or one topic."""
    root = write(tmp_path, a=CHINESE)
    (root / "bank.yaml").write_text("languages: [zh, en]\n")
    assert failed(root / place) == {"fault-language-missing"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("languages: zh", "fault-expected-list"),
        ("languages: [Chinese!]", "fault-no-language"),
        ("langauges: [zh]", "fault-key-unknown-near"),
        ("[zh]", "fault-expected-mapping"),
    ],
)
def test_a_declaration_that_is_none(tmp_path, text, message):
    """Its file is named."""
    root = write(tmp_path, a=SOUND)
    (root / "bank.yaml").write_text(text)
    faults = bank(root).catalogue.faults
    assert message in {fault.message for fault in faults} and all(fault.file.endswith("bank.yaml") for fault in faults)
