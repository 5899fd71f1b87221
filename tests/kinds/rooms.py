"""Which rooms a process has entered; this file itself enters none."""

import sys


def loaded() -> set[str]:
    """The rooms of the package, by name."""
    return {name.split(".")[1] for name in sys.modules if name.startswith("interview_drill.")}
