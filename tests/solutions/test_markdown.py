"""Markdown and LaTeX: a heading that is a question's id, then its answer."""

import pytest

from interview_drill.solutions import read


def answers(found):
    return [(row.question, row.answer.text) for row in found if row.fault is None]


@pytest.mark.parametrize(
    "body",
    [
        "$$\n\\max(0, x)\n$$",
        "$$ \\max(0, x) $$",
        "$$\\max(0, x)$$",
        "\\[\n\\max(0, x)\n\\]",
        "```math\n\\max(0, x)\n```",
        "```latex\n\\max(0, x)\n```",
        "Here it is: $\\max(0, x)$.",
        "\\max(0, x)",
        "`\\max(0, x)`",
        "Words first.\n\n$$\n\\max(0, x)\n$$\n\nand after.",
    ],
)
@pytest.mark.parametrize(
    "heading",
    [
        "# relu-formula",
        "### `relu-formula`",
        "## relu-formula ##",
        "# 第三题 relu-formula",
        "## 3. `relu-formula`",
        "# Question 3: relu-formula",
        "## 12、relu-formula",
        "# Relu-Formula",
        "# 第三题：relu－formula",
    ],
)
def test_the_forms_of_a_formula(rows, heading, body):
    """A block, a fence, one inline formula, or the prose itself."""
    assert answers(rows("a.md", f"{heading}\n\n{body}\n")) == [("relu-formula", "\\max(0, x)")]


def test_a_python_fence_is_python(rows):
    """Its notation is known."""
    (row,) = rows("a.md", "# relu-formula\n```python\nmax(0, x)\n```\n")
    assert row.answer.notation == "python"


def test_programs_are_the_fences_together(rows):
    """A section may explain between them; other languages are left out."""
    text = (
        "# relu-code\n```python\nimport numpy as np\n```\nthen\n```py\ndef relu(x): ...\n```\n```console\n$ ls\n```\n"
    )
    assert answers(rows("a.md", text)) == [("relu-code", "import numpy as np\n\ndef relu(x): ...")]


def test_a_capital_below_another_question_begins_a_section(rows):
    """Whatever its rank; it used to be swallowed by the answer before it."""
    text = "# sigmoid-formula\n$x$\n## Relu-formula\n$\\max(0, x)$\n"
    assert [question for question, _ in answers(rows("a.md", text))] == ["sigmoid-formula", "relu-formula"]


def test_headings_inside_fences_are_comments(rows):
    """A `#` line of a program begins no section."""
    text = "# relu-code\n```python\n# softmax-code\ndef relu(x): ...\n```\n"
    assert [row.question for row in rows("a.md", text)] == ["relu-code"]


def test_sections_end_where_others_begin(rows):
    """Other headings end a section; lower ones stay in it, unless they name a question."""
    text = "# My notes\nx\n## relu-formula\nmax(0,x)\n### softmax-label\nthe truth\n## Something\nelse\n"
    assert answers(rows("a.md", text)) == [("relu-formula", "max(0,x)"), ("softmax-label", "the truth")]


def test_a_mistyped_heading_is_an_unknown_question(rows):
    """Ordinary headings are none."""
    found = rows("a.md", "# relu-formla\nmax(0,x)\n# follow-up\nx\n# Results\ny\n")
    assert [row.question for row in found] == ["relu-formla"]


def headings(found):
    return [(row.line, row.heading) for row in found if row.heading is not None]


def test_headings_that_name_no_question_are_told_where_nothing_else_was_found(rows):
    """All of them, without their numbers and marks."""
    assert headings(rows("a.md", "# Notes\n\n# 2. The ReLU\nx\n")) == [(1, "Notes"), (3, "The ReLU")]
    assert headings(rows("a.tex", "\\section{ReLU}\n$x$\n")) == [(1, "ReLU")]
    assert headings(rows("a.md", "only prose\n")) == []


def test_beside_answers_only_what_is_meant_as_an_id_is_told(rows):
    """Other headings are prose, hyphens or not."""
    found = rows("a.md", "# relu-formula\nmax(0,x)\n# kl-loss\ny\n# follow-up\nx\n# Results\ny\n")
    assert headings(found) == [(3, "kl-loss")] and [row.aside for row in found] == [False, True]
    assert answers(found[:1]) == [("relu-formula", "max(0,x)")]


@pytest.mark.parametrize("title", ["relu formula", "ReLU Formula", "relu formla", "2. relu_formla", "手写 sigmoid"])
def test_beside_answers_what_is_almost_an_id_is_told(rows, title):
    """Its words apart, or the title of a question: an answer may stand below."""
    found = rows("a.md", f"## relu-code\nx\n## {title}\nmax(0,x)\n## The formula\ny\n## Softmax\nz\n")
    assert headings(found) == [(3, title.removeprefix("2. "))]


@pytest.mark.parametrize("title", ["relu formula", "第三题 relu-formula", "3. Relu Formula", "手写 sigmoid"])
def test_what_is_almost_an_id_is_no_part_of_the_answer_above(rows, title):
    """Whatever its rank; what only has words in common stays in it."""
    text = f"## bn-axes\nall but channels\n### The formula\nof it\n### {title}\nmax(0,x)\n"
    assert answers(rows("a.md", text))[0] == ("bn-axes", "all but channels\n\nof it".replace("\n\n", "\n"))


def test_a_page_in_a_folder_is_not_told_for_its_prose(tmp_path, bank):
    """It may be somebody's README; what is meant as an id is told there too."""
    (tmp_path / "README.md").write_text("# About\n\n# kl-loss\n", encoding="utf-8")
    assert headings(read(str(tmp_path), bank)) == [(3, "kl-loss")]


def test_an_empty_section_is_said(rows):
    """Not passed over."""
    (row,) = rows("a.md", "# relu-formula\n\n# other\n")
    assert row.fault[0] == "section-without-answer" and row.line == 1


def test_prose_keeps_its_lines_without_markers(rows):
    """Ordered ids, one a line."""
    (row,) = rows("a.md", "# relu-formula\n- max(0, x)\n")
    assert row.answer.text == "max(0, x)"


def test_the_option_takes_the_whole_page(rows):
    """Headings or not."""
    assert answers(rows("a.md", "# Notes\n$$max(0,x)$$\n", question="relu-formula")) == [("relu-formula", "max(0,x)")]


TEX = r"""
\documentclass{article}
\newcommand{\x}{1}
\begin{document}
\section{relu-formula}
We find % a remark
\begin{equation}\label{eq:a}
\max(0, x) % here
\end{equation}
\subsection*{\texttt{relu-code}}
\begin{lstlisting}[language=Python]
def relu(x):
    return x % 2
\end{lstlisting}
\section{softmax-label}
The truth, 100\%.
\section{Conclusion}
$$ y $$
\end{document}
"""


def test_latex_documents(rows):
    """Display formulas without labels and comments; listings as they stand; prose."""
    assert answers(rows("a.tex", TEX)) == [
        ("relu-formula", "\\max(0, x)"),
        ("relu-code", "def relu(x):\n    return x % 2"),
        ("softmax-label", "The truth, 100\\%."),
    ]


def test_aligned_lines_become_lines(rows):
    r"""`\\` ends a line, `&` only aligns."""
    text = "\\section{relu-formula}\n\\begin{align*}\nf(x) &= \\max(0, x) \\\\\n &= x \\nonumber\n\\end{align*}\n"
    assert answers(rows("a.tex", text)) == [("relu-formula", "f(x) = \\max(0, x)\n= x")]
