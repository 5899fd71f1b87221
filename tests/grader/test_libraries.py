"""Large libraries are loaded before the layers are put on, wherever a program names them."""

import pytest

from interview_drill.grader.trial import libraries


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import torch", ("torch",)),
        ("import numpy as np, torch", ("torch",)),
        ("    from scipy.special import softmax", ("scipy",)),
        ("import os; import torch.nn as nn", ("torch",)),
        ("import scipy, torch", ("scipy", "torch")),
        ("import numpy as np", ()),
        ("import torchlight", ()),
        ("# import torch", ()),
        ("torch = 1", ()),
    ],
)
def test_an_import_is_found(line, found):
    """At any place of a line of code, and not in a comment that fills one."""
    assert libraries(f"x = 1\n{line}\n") == found
