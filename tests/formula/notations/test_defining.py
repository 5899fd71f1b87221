"""Names that an answer makes for itself are written out: a right answer stays right, a wrong one wrong.

Exactly one statement is the answer; the names it is made of may stand before or behind it, and build on each other.
"""

import pytest

from interview_drill.bank import open_bank
from interview_drill.errors import AnswerError
from interview_drill.formula.comparing import compare, subject
from interview_drill.formula.layout.style import Style
from interview_drill.formula.notations import read
from interview_drill.kinds import previewing

ATTENTION = r"\frac{\exp(q\cdot k_j/\sqrt d)}{\sum_l\exp(q\cdot k_l/\sqrt d)}"
BANK = open_bank()


def task(id):
    return BANK.question(id).task


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("sigmoid-formula", "1/u, u = 1+exp(-x)"),
        ("sigmoid-formula", "u = 1 + e^{-x}\n1/u"),
        ("sigmoid-formula", r"\sigma(x) = \frac{1}{u} \text{ where } u = 1 + v,\quad v = e^{-x}"),
        ("sigmoid-formula", "u＝e^{-x}，σ(x)＝1/（1＋u）"),
        ("attention-formula", rf"o_c=\sum_j a_j v_{{jc}},\ a_j={ATTENTION}"),
        ("attention-formula", rf"\[a_j={ATTENTION}, \quad o_c=\sum_j a_j v_{{jc}}\]"),
        ("attention-formula", r"s_j = q·k_j/√d；a_j = e^{s_j}/∑_l e^{s_l}；o = ∑_j a_j v_j"),
        ("attention-formula", r"$a = \mathrm{softmax}(Kq/\sqrt{d})$, $o = V^T a$"),
        ("layer-norm-formula", r"y = \gamma \odot \hat{x} + \beta，其中 \hat{x} = (x-\mu)/\sqrt{\sigma^2+\epsilon}"),
        ("label-smoothing-formula", r"-\sum_i q_i\log \hat y_i,\quad q_i=(1-\epsilon)y_i+\epsilon/C"),
        ("dpo-formula", r"-\log\sigma(\beta (r_w - r_l)), r_w = \log\frac{\pi_\theta(y_w|x)}{\pi_{ref}(y_w|x)},"
                        r" r_l = \log\frac{\pi_\theta(y_l|x)}{\pi_{ref}(y_l|x)}"),
        ("ce-softmax-gradient", r"p_i - y_i, p = softmax(z)"),
    ],
)  # fmt: skip
def test_an_answer_in_several_statements(id, text):
    assert compare(text, task(id)).equal


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("sigmoid-formula", "1/u, u = 1+exp(x)"),
        ("sigmoid-formula", "1/(1+e^{-x}), e = 3"),
        ("attention-formula", r"o_c=\sum_j a_j v_{jc}, a_j=\frac{\exp(q\cdot k_j/\sqrt d)}{\sum_l\exp(q\cdot k_l)}"),
        ("label-smoothing-formula", r"-\sum_i q_i\log \hat y_i, q_i=(1-\epsilon)y_i+\epsilon"),
        ("attention-formula", r"o_c=\sum_l a_l v_{lc}, a_j=\frac{\exp(q\cdot k_j)}{n \exp(q\cdot k_j)}"),
    ],
)
def test_a_wrong_definition_makes_a_wrong_answer(id, text):
    assert compare(text, task(id)).equal is False


def test_a_letter_of_the_sum_is_not_caught():
    """a_l inside a sum over l, where a itself sums over l."""
    assert compare(rf"o_c=\sum_l a_l v_{{lc}}, a_j={ATTENTION}", task("attention-formula")).equal


@pytest.mark.parametrize(
    ("id", "text", "message"),
    [
        ("sigmoid-formula", r"s, s = \sigma(x)", "restates-the-question"),
        ("sigmoid-formula", r"s, s = 1 - \sigma(-x)", "restates-the-question"),
        ("bayes-formula", "J/P(B), J = P(A,B)", "restates-the-question"),
        ("lstm-cell-state", "u, u = C_t", "restates-the-question"),
        ("sigmoid-formula", "1/u, u = 1+v, v = u", "definitions-in-a-circle"),
        ("sigmoid-formula", "1/u, u = 1+e^x, u = 1+e^{-x}", "defined-twice"),
        ("attention-formula", r"o = \sum_j j v_j, j = 1/n", "defined-unused"),
        ("adamw-formula", r"(1-\eta\lambda) w - \eta g_t, g = 0", "defined-unused"),
        ("sigmoid-formula", "1/(1+u), u = e^{-x} = 1/e^x", "definition-in-one-step"),
        ("sigmoid-formula", "x = 2, 1/(1+e^{-x})", "name-for-both"),
        ("layer-norm-formula", r"\gamma_i z_i, z_i = (x_i - \mu)/\sqrt{\sigma^2+\epsilon}, \mu = 1", "name-undeclared"),
        ("sigmoid-formula", "p = 1/(1+e^{-x}), q = 1/(1+e^x)", "sign-out-of-place"),
    ],
)
def test_what_is_no_definition_is_refused(id, text, message):
    """The name of the answer, a name of the stem, a circle, two of one name, one that nothing uses, a chain."""
    with pytest.raises(AnswerError) as refused:
        compare(text, task(id))
    assert refused.value.message == message


def test_a_place_is_one_in_the_whole_text():
    """What is wrong in a definition is shown where it stands."""
    text = "1/u, u = 1+exp(-w)"
    with pytest.raises(AnswerError) as refused:
        read(text, subject(task("sigmoid-formula")).scope)
    assert refused.value.message.startswith("name-undeclared") and text[refused.value.at] == "w"


def test_a_note_says_which_names_were_taken():
    chain = read("1/u, u = 1+v, v = exp(-x)", subject(task("sigmoid-formula")).scope).chains[0]
    assert [note.facts["names"] for note in chain.notes if note.message == "note-own-names"] == ["u, v"]


def test_the_preview_shows_the_definitions_too():
    drawn = previewing.formula(task("sigmoid-formula"), "1/u, u = 1+e^{-x}", Style(width=60))
    assert any("u = 1 + e" in line for line in drawn)


def test_the_preview_shows_no_definition_that_was_not_typed():
    """Where the question's own spelling gives way to a learner's name, the question's name is not drawn."""
    drawn = previewing.formula(task("silu-formula"), r"z=2x, z\sigma(z)", Style(width=60))
    assert drawn == ["zσ(z)", "z = 2x"]


def spellings():
    """(form, spelling): every way to write every name of every form in the bank."""
    ids = [entry.id for entry in BANK.index() if entry.kind == "formula"]
    for form in (form for id in ids for form in (task(id), *task(id).forms)):
        for symbol in subject(form).scope.symbols.values():
            yield from ((form, spelling) for spelling in (symbol.name, *symbol.spellings))


def test_an_own_name_is_never_read_as_the_question_s():
    """What is defined means what it is defined as, or it is refused, however the question spells its own names."""
    read_so = 0
    for form, spelling in spellings():
        scope = subject(form).scope
        try:
            found = read(f"{spelling} = 7, {spelling} + 1", scope)
        except AnswerError:
            continue
        names = {name for chain in found.chains for part in chain.parts for name in part.names}
        of_question = names & set(scope.symbols) - found.scope.options["made"]
        assert all(scope.symbols[name].type == "index" for name in of_question), (form.key, spelling)
        read_so += 1
    assert read_so > 100
