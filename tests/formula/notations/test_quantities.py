"""The catalogue of well-known names, against every form of the shipped bank: its own names pass, all others do not."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.errors import AnswerError
from interview_drill.formula.comparing import subject
from interview_drill.formula.notations import quantities, read
from interview_drill.formula.notations.vocabulary import vocabulary

NOT_LISTED = {"conv-output-size", "l2-gradient", "lstm-forget-gate", "residual-gradient"}
"""What these ask for has no usual name: there the catalogue is silent."""


def forms():
    """(question, form) for every formula question."""
    bank = open_bank()
    for one in bank.index():
        if one.kind == "formula":
            yield from ((one.id, form) for form in (bank.question(one.id).task, *bank.question(one.id).task.forms))


FORMS = list(forms())


def is_label(name, form, scope):
    """Whether a name alone may stand for the answer: as a label, or as one that the question declares for it."""
    try:
        chain = read(f"{name} = {form.key}", scope).chains[0]
    except AnswerError:
        return False
    declared = vocabulary(scope).patterns.get(name, ())
    return chain.label is not None or any(scope.options["asked"] & {one.symbol.name} for one in declared)


@pytest.mark.parametrize(("question", "form"), FORMS, ids=[question for question, _ in FORMS])
def test_own_names_are_labels_and_others_are_not(question, form):
    """All names of what is asked for name it; those of all other quantities do not."""
    scope = subject(form).scope
    wanted = vocabulary(scope).asked
    assert bool(wanted.all) is (question not in NOT_LISTED)
    if not wanted.all or wanted.slopes or wanted.above:
        return
    for name, places in quantities.BY_NAME.items():
        if name.isalpha():  # on paper a digit begins a new name
            assert is_label(name.upper(), form, scope) is bool(places & wanted.heads), name


@pytest.mark.parametrize(
    ("typed", "name"),
    [("MSELoss", "mse"), ("mse_loss", "mse"), ("CELoss", "CE"), ("ce_loss", "CE"), ("CE", "CE"), ("loss", "loss")],
)
def test_one_name_in_many_writings(typed, name):
    """`loss` behind a name says nothing; of two letters the case counts."""
    assert quantities.plain(typed) == name


def test_a_letter_means_a_quantity_only_among_relatives():
    """W_2 is a distance beside divergences, and a width elsewhere."""
    divergence, layer = quantities.named("KL"), quantities.named("BatchNorm")
    assert quantities.meant("W_2", divergence) == quantities.named("Wasserstein")
    assert quantities.meant("W_2", layer) == frozenset()
