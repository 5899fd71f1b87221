"""An interviewer at the terminal: formulas, code and derivations of machine learning, checked."""

__version__ = "0.1.0"
