"""Folders joined to one bank: orders, names, conflicts, and every mistake at once."""

import pytest

from interview_drill.bank import open_bank
from interview_drill.errors import BankError, UsageError

from .banks import HEAD, SOUND, bank, write


def messages(opened):
    return sorted(fault.message for fault in opened.catalogue.faults)


def test_questions_come_in_the_order_of_the_list(tmp_path):
    """What no list names comes last, the easier first."""
    root = write(tmp_path, b=SOUND, a=SOUND, c=SOUND.replace("level: 2", "level: 1"))
    (root / "order.yaml").write_text("[b]")
    assert [entry.id for entry in bank(root).index()] == ["b", "c", "a"]


def test_the_whole_bank_is_refused_with_all_mistakes(tmp_path):
    """Both files are named, not the first only."""
    root = write(
        tmp_path, a=SOUND.replace("level: 2", "level: 9"), b=SOUND.replace("key: right", "kay: right"), c=SOUND
    )
    with pytest.raises(BankError) as refused:
        bank(root).index()
    assert {fault.question for fault in refused.value.faults} == {"a", "b"}
    assert {fault.message for fault in refused.value.faults} >= {
        "fault-level",
        "fault-key-missing",
        "fault-key-unknown-near",
    }


def test_a_sound_question_is_there_beside_broken_ones(tmp_path):
    """One file's mistake does not take the others away from whoever audits."""
    root = write(tmp_path, a="kind: choice", c=SOUND)
    assert bank(root).question("c").id == "c"
    with pytest.raises(BankError):
        bank(root).question("a")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "fault-expected-mapping"),
        ("- a", "fault-expected-mapping"),
        (SOUND.replace("kind: choice", "kind: chioce"), "fault-kind-unknown"),
        (SOUND.replace("kind: choice\n", ""), "fault-kind-unknown"),
        (SOUND.replace("revision: 1", "revision: 0"), "fault-revision"),
        (SOUND.replace("stem: {en: Which?, zh: 哪个？}\n", ""), "fault-key-missing"),
    ],
)
def test_mistakes_of_a_file(tmp_path, text, message):
    """Each is a fault of the bank, with the file's name."""
    opened = bank(write(tmp_path, a=text))
    assert messages(opened) == [message]
    assert opened.catalogue.faults[0].file.endswith("a.yaml")


def test_an_id_is_a_plain_name(tmp_path):
    """Capitals and underscores would be mistyped for ever."""
    root = write(tmp_path)
    (root / "topic" / "My_Question.yaml").write_text(SOUND, encoding="utf-8")
    assert messages(bank(root)) == ["fault-id"]


def test_a_question_needs_a_topic(tmp_path):
    """Its folder has a topic.yaml, or bears the name of a topic that another folder has."""
    root = write(tmp_path / "one", a=SOUND)
    stray = tmp_path / "two" / "nowhere"
    stray.mkdir(parents=True)
    (stray / "b.yaml").write_text(SOUND, encoding="utf-8")
    assert messages(bank(root, tmp_path / "two")) == ["fault-topic-unknown"]
    joining = tmp_path / "three" / "topic"
    joining.mkdir(parents=True)
    (joining / "c.yaml").write_text(SOUND, encoding="utf-8")
    assert [entry.id for entry in bank(root, tmp_path / "three").index()] == ["a", "c"]


def test_an_id_in_two_folders_names_both_files(tmp_path):
    """A later folder may not silently replace a question."""
    first, second = write(tmp_path / "one", a=SOUND), write(tmp_path / "two", a=SOUND)
    (fault,) = bank(first, second).catalogue.faults
    assert fault.message == "fault-id-twice"
    assert str(second) in fault.file and str(first) in fault.facts["other"]


def test_an_id_in_two_topics_is_a_conflict_too(tmp_path):
    """Within one folder."""
    root = write(tmp_path, a=SOUND)
    (root / "other").mkdir()
    (root / "other" / "topic.yaml").write_text("name: {en: O, zh: 其}\norder: 2")
    (root / "other" / "a.yaml").write_text(SOUND, encoding="utf-8")
    assert messages(bank(root)) == ["fault-id-twice"]


def test_replacing_puts_the_later_file_in_place(tmp_path):
    """An author checks a changed copy of a shipped question; the shipped one's mistakes do not matter then."""
    first, second = write(tmp_path / "one", a="kind: none"), write(tmp_path / "two", a=SOUND)
    opened = bank(first, second, replacing=True)
    assert [entry.id for entry in opened.index()] == ["a"]
    assert str(second) in opened.question("a").place.file


def test_wrong_options_are_misconceptions(tmp_path):
    """The kind adds what its task names."""
    question = bank(write(tmp_path, a=SOUND)).question("a")
    assert [one.name for one in question.misconceptions] == ["first", "second", "third"]


def test_hidden_files_are_no_questions(tmp_path):
    """Editors leave such files about."""
    root = write(tmp_path, a=SOUND)
    (root / "topic" / ".b.yaml").write_text("x")
    (root / ".git").mkdir()
    (root / ".git" / "c.yaml").write_text("x")
    assert [entry.id for entry in bank(root).index()] == ["a"]


def test_names_find_topics_and_questions():
    """An id, a name in either language in any case, a part of a name, or the topic's number."""
    opened = open_bank()
    softmax = [entry.id for entry in opened.find("softmax")]
    assert softmax and all(opened.question(id).topic == "softmax" for id in softmax)
    for name in ("Softmax", "q1", "Q1", "批归一化", "ｓｏｆｔｍａｘ"):
        assert [entry.id for entry in opened.find(name)] == softmax
    assert [entry.id for entry in opened.find("softmax-label")] == ["softmax-label"]
    assert opened.find("nothing-like-it") == []
    assert "softmax-label" in opened.nearest("softmax-lable", "en")


def test_the_shipped_bank_has_twelve_topics():
    """In teaching order."""
    topics = open_bank().topics()
    assert [topic.order for topic in topics] == list(range(1, 13))
    assert topics[0].id == "softmax" and topics[-1].id == "bayes"


def test_an_extra_folder_joins_the_shipped_bank(tmp_path):
    """And one that is missing is said at once."""
    opened = open_bank(extra=write(tmp_path / "mine", my_question=SOUND))
    assert "my-question" in opened and "softmax-label" in opened
    with pytest.raises(UsageError):
        open_bank(extra=tmp_path / "nowhere")


def test_a_folder_of_the_shipped_bank_is_not_joined_twice():
    """`--bank` on the bank itself changes nothing."""
    shipped = open_bank()
    assert len(open_bank(extra=shipped.folder / "softmax").folders) == len(shipped.folders)


def test_the_persons_own_folder_joins(home):
    """Questions under the state folder are always there."""
    write(home / "questions", mine=SOUND)
    assert "mine" in open_bank()


def test_a_single_file_brings_its_topic(tmp_path):
    """`--bank file.yaml`."""
    root = write(tmp_path, a=SOUND, b=HEAD)
    assert [entry.id for entry in bank(root / "topic" / "a.yaml").index()] == ["a"]
