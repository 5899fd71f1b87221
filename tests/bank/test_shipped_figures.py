"""Every number that the shipped bank quotes is recomputed: one digit changed anywhere, and the audit fails.

FULL=1 changes every digit that there is; else a sample of them, the same at every run.
"""

import os
import random
from copy import deepcopy

import pytest
from msgspec.structs import replace

from interview_drill.bank import open_bank
from interview_drill.bank.figures import quoted, recomputed
from interview_drill.bank.numerals import numerals
from interview_drill.bank.prose import prose
from interview_drill.bank.reading import read_question
from interview_drill.bank.translations import translations

FULL = bool(os.environ.get("FULL"))
BANK = open_bank()
IDS = [entry.id for entry in BANK.catalogue.entries]
RNG = random.Random(20240416)


def some(found, count):
    return found if FULL or len(found) <= count else RNG.sample(found, count)


def changed(spelled):
    """The spelling with each of its digits, in turn, one higher; a leading zero would be the same number."""
    for at, sign in enumerate(spelled):
        if sign.isascii() and sign.isdigit():
            yield spelled[:at] + str((int(sign) + 1) % 10) + spelled[at + 1 :]


def mistakes(question, source):
    return [*quoted(question, source), *translations(source)]


@pytest.mark.parametrize("id", IDS)
def test_every_numeral_is_listed(id):
    """Nothing is quoted that neither an expression computes nor the question states."""
    reading = read_question(BANK.catalogue.files[id], BANK.question(id).topic)
    assert list(quoted(BANK.question(id), reading.source)) == []


@pytest.mark.parametrize("id", IDS)
def test_a_digit_changed_in_the_prose_is_found(id):
    """In either language."""
    question = BANK.question(id)
    source = read_question(BANK.catalogue.files[id], question.topic).source
    places = [
        (path, words, found) for path, _, words in prose(source.data) for found in numerals(words) if found.notable
    ]
    for path, words, found in some(places, 3):
        for spelled in some(list(changed(words[found.at : found.end])), 2):
            data = deepcopy(source.data)
            put(data, path, words[: found.at] + spelled + words[found.end :])
            assert mistakes(question, replace(source, data=data)), (path, spelled)


def put(data, path, value):
    *way, last = path.split(".")
    for name in way:
        data = data[int(name)] if isinstance(data, list) else data[name]
    data[last] = value


@pytest.mark.parametrize("id", [id for id in IDS if BANK.question(id).figures])
def test_a_digit_changed_in_a_figure_is_found(id):
    """The computation comes to another number."""
    question = BANK.question(id)
    for name in some(list(question.figures), 3):
        for spelled in some(list(changed(name)), 2):
            broken = replace(question, figures={spelled: question.figures[name]})
            assert recomputed(broken, spelled), (name, spelled)
