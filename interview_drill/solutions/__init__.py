"""Written solutions: a file in one of several formats -> rows, each an answer to a question.

A format is one file and a line in `READERS` (reading.py): a function over the text that yields rows. Formats never
judge; what they cannot make out becomes a row with a fault, so that the rest of a file is graded.
"""

from interview_drill.solutions.reading import read
from interview_drill.solutions.row import Row

__all__ = ["Row", "read"]
