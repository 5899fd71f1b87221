"""Markdown and LaTeX: a heading that is a question's id, then its answer."""

import pytest


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
