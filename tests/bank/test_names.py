"""Names as typed: what is offered for one that nothing bears."""

import pytest

from interview_drill.bank.entries import Entry, Topic
from interview_drill.bank.names import nearest

TOPICS = [
    Topic("softmax", {"en": "Softmax, batch norm", "zh": "Softmax、批归一化"}, 1),
    Topic("kl", {"en": "KL divergence", "zh": "KL 散度"}, 2),
    Topic("bayes", {"en": "Bayes", "zh": "贝叶斯公式"}, 3),
]
ENTRIES = [
    Entry("bayes-code", "code", "bayes", 1, None, 1, {"en": "Bayes", "zh": "贝叶斯"}),
    Entry("bayes-formula", "formula", "bayes", 1, None, 1, {"en": "Write Bayes", "zh": "手写贝叶斯"}),
]


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("bayse-code", "en", ["bayes-code"]),
        ("bayse-code", "zh", ["bayes-code"]),
        ("kl divergense", "en", ["KL divergence"]),
        ("kl divergense", "zh", ["KL 散度"]),
        ("贝叶斯", "zh", ["贝叶斯公式"]),
        ("贝叶斯", "en", ["Bayes"]),
        ("nothing like it", "en", []),
        ("Writte Bayes", "zh", ["bayes-formula", "贝叶斯公式"]),
        ("手写贝叶斯", "en", ["bayes-formula", "bayes-code"]),
        ("散度", "zh", ["KL 散度"]),
        ("度", "zh", []),
        ("divergence", "en", ["KL divergence"]),
        ("softmx", "en", ["softmax"]),
        ("node", "en", []),
    ],
)
def test_what_is_offered_is_in_the_readers_language(typed, language, offered):
    """Ids are the same for everybody; a topic goes by its name in that language, whatever was typed."""
    assert nearest(typed, ENTRIES, TOPICS, language) == offered


@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_name_of_another_language_is_offered(language):
    """Nor the same name twice, nor more than three."""
    other = {topic.name["zh" if language == "en" else "en"] for topic in TOPICS}
    for typed in ("softmax", "soft", "kl", "bayes", "ba", "贝叶斯", "批归一化"):
        found = nearest(typed, ENTRIES, TOPICS, language)
        assert not other & {*found} - {topic.name[language] for topic in TOPICS}
        assert len(found) == len({*found}) <= 3
