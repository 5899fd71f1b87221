"""Words are made here, last of all: message ids and facts become sentences in one language at a time.

`phrase` fills one template; `speak` turns a verdict into what the learner reads. The templates stand in
`messages/<language>/<room>.yaml`; a language that lacks one falls back to English.
"""

from interview_drill.feedback.messages import LANGUAGES, phrase
from interview_drill.feedback.speak import Feedback, speak

__all__ = ["LANGUAGES", "Feedback", "phrase", "speak"]
