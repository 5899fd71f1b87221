r"""`drill check` on written derivations: fences, `$$`, align blocks and prose; of a wrong one the line that fails.

A line is one of the answer, whatever the page puts between.
"""

import pytest

from interview_drill.solutions import tex

from .running import drill, lines

ID = "lr-gradient-derivation"
TYPED = ("dJ/dyhat = -y/yhat + (1-y)/(1-yhat)", "dyhat/dz = yhat(1-yhat)", "dJ/dz = yhat - y", "dJ/dw_j = (yhat-y) x_j")
SET = (
    r"\frac{\partial J}{\partial \hat y} &= -\frac{y}{\hat y} + \frac{1-y}{1-\hat y}",
    r"\frac{\partial \hat y}{\partial z} &= \hat y (1 - \hat y)",
    r"\frac{\partial J}{\partial z} &= \frac{\partial J}{\partial \hat y} \frac{\partial \hat y}{\partial z}",
    r"&= \hat y - y",
    r"\frac{\partial J}{\partial w_j} &= (\hat y - y) x_j",
)
BROKEN = {
    TYPED[2]: "dJ/dz = y - yhat",
    SET[3]: r"&= y - \hat y",
    SET[1]: r"\frac{\partial \hat y}{\partial z} &= \hat y",
}


def aligned(steps, environment="align*"):
    return f"\\begin{{{environment}}}\n" + " \\\\\n".join(steps) + f"\n\\end{{{environment}}}"


def plain(steps):
    return [one.replace("&", "") for one in steps]


MARKDOWN = {
    "a fence": (lambda steps: "```\n" + "\n".join(steps) + "\n```", TYPED, 3),
    "a fence of mathematics": (lambda steps: "```math\n" + " \\\\\n".join(steps) + "\n```", SET, 4),
    "one block": (lambda steps: "$$\n" + "\n".join(plain(steps)) + "\n$$", SET, 4),
    "an align in a block": (lambda steps: f"$$\n{aligned(steps, 'aligned')}\n$$", SET, 4),
    "an align alone": (lambda steps: aligned(steps, "align"), SET, 4),
    "a block a step": (lambda steps: "\n\nso\n\n".join(f"$$ {one} $$" for one in plain(steps)), SET, 4),
    "a list": (lambda steps: "\n".join(f"{n}. ${one}$" for n, one in enumerate(steps, 1)), TYPED, 3),
    "sentences": (lambda steps: "We have " + ", then ".join(f"${one}$" for one in steps) + ".", TYPED, 3),
    "lines": ("\n".join, TYPED, 3),
}
LATEX = {
    "align": (aligned, SET, 4),
    "an align with labels and words": (
        lambda steps: aligned(
            [f"% step {n}\n{one} \\label{{eq:{n}}} \\tag{{{n}}} \\text{{ (so far)}}" for n, one in enumerate(steps)]
        ),
        SET,
        4,
    ),
    "aligned": (lambda steps: f"\\[\n{aligned(steps, 'aligned')}\n\\]", SET, 4),
    "split": (lambda steps: f"\\begin{{equation}}\n{aligned(steps, 'split')}\n\\end{{equation}}", SET, 4),
    "gather": (lambda steps: aligned(plain(steps), "gather"), SET, 4),
    "an equation a step": (
        lambda steps: "\nHence\n".join(f"\\begin{{equation}}\n{one}\n\\end{{equation}}" for one in plain(steps)),
        SET,
        4,
    ),
    "words between": (
        lambda steps: aligned([*steps[:2], f"\\intertext{{by the chain rule}} {steps[2]}", *steps[3:]]),
        SET,
        4,
    ),
}


def broken(steps, line):
    return [BROKEN[one] if number == line else one for number, one in enumerate(steps, 1)]


def page(forms, heading):
    """Each form right, then wrong."""
    for write, steps, line in forms.values():
        yield f"{heading}\n\n{write(list(steps))}\n"
        yield f"{heading}\n\n{write(broken(steps, line))}\n"


@pytest.mark.parametrize(
    ("name", "forms", "heading"),
    [("answers.md", MARKDOWN, f"## {ID}"), ("answers.tex", LATEX, f"\\section{{{ID}}}")],
)
def test_every_way_to_write_a_derivation(tmp_path, name, forms, heading):
    """The right one is accepted; of the wrong one the line is named that fails within the answer."""
    file = tmp_path / name
    file.write_text("\n".join(page(forms, heading)), encoding="utf-8")
    run = drill(tmp_path, "check", file, "--json")
    found = lines(run)
    assert run.returncode == 1 and len(found) == 2 * len(forms)
    for form, right, wrong in zip(forms, found[::2], found[1::2], strict=True):
        assert right["outcome"] == "correct", (form, right["feedback"])
        assert wrong["outcome"] == "incorrect", (form, wrong["feedback"])
        assert wrong["evidence"][0]["facts"]["line"] == forms[form][2], form


def test_the_first_of_two_false_lines_is_named(tmp_path):
    """Two slips that cancel: the goal at the end changes nothing."""
    file = tmp_path / "a.tex"
    steps = [*broken(SET[:2], 2), r"\frac{\partial J}{\partial w_j} &= (\hat y - y) x_j"]
    file.write_text(f"\\section{{{ID}}}\n{aligned(steps)}\n", encoding="utf-8")
    (found,) = lines(drill(tmp_path, "check", file, "--json"))
    assert found["outcome"] == "incorrect" and found["evidence"][0]["facts"]["line"] == 2


def test_cases_inside_an_align_stay_whole():
    r"""Their `\\` and `&` end no line."""
    body = r"f &= \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases} \\ &= \max(0, x)"
    text = f"\\section{{relu-formula}}\n\\begin{{align}}\n{body}\n\\end{{align}}\n"
    (section,) = tex.of_text(text)
    assert section.blocks[0].text.split("\n") == [
        r"f = \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}",
        r"= \max(0, x)",
    ]
