"""Code: a function, run on vectors drawn from recipes in a sandbox, against the key's answers.

This file holds what a question declares and its author's mistakes, and reads without the engine; code_verdicts.py holds
what becomes of an answer, code_advice.py what an interviewer would say of it beside the verdict.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from interview_drill.errors import SandboxError
from interview_drill.grader.conditions import holds
from interview_drill.grader.task import SOURCES, Declared, Draw, Examination, Recipe
from interview_drill.kinds import Settings
from interview_drill.kinds.revealed import Revealed, in_every_language
from interview_drill.kinds.specimen import Mistake, Specimen
from interview_drill.question import Answer, Question, Text, in_language
from interview_drill.verdict import Evidence, Outcome, Verdict, verdict

SEEDS = 20
"""A right program passes on the vectors of so many seeds."""

_SIZE = re.compile(r"[A-Za-z_]\w*")


class Mutant(Struct, frozen=True):
    """A wrong program with a name, so that a table can call it by it."""

    name: str
    program: str


class Task(Examination, frozen=True, kw_only=True):
    """The examination, and programs whose outcome the author knows.

    `equivalents` are right by another route, `mutants` wrong without a note of their own. `partial` names the
    programs whose numbers are right and that a forbidden warning costs credit: misconceptions by name, mutants as
    "mutants.0". `starter` is the docstring of
    the file to fill in, the stem where there is none.
    """

    equivalents: tuple[str, ...] = ()
    mutants: tuple[str | Mutant, ...] = ()
    partial: tuple[str, ...] = ()
    starter: Text | None = None

    @property
    def examination(self) -> Examination:
        """What the engine needs, without the authors' other programs."""
        return Examination(**{name: getattr(self, name) for name in Examination.__struct_fields__})


def start(python: str | None = None) -> None:
    """Start the worker for answers to come, beside whatever has to be done before them."""
    from interview_drill.grader import sandbox  # an answer pays for the engine, reading the bank does not

    with suppress(SandboxError):  # said when an answer is there
        sandbox.supervisor(python)


def warm() -> None:
    """Start the worker, then import the engine beside it."""
    start()
    from interview_drill.grader import examining  # the worker imports its NumPy meanwhile

    assert examining


def judge(question: Question, answer: Answer, settings: Settings) -> Verdict:
    """Run the answer. AnswerError where it is no Python or has no entry function; UNDECIDED where nothing can run."""
    from interview_drill.kinds import code_verdicts  # costs NumPy: only an answer pays for it

    try:
        return code_verdicts.decide(question, answer.text, settings)
    except SandboxError as error:
        return verdict(Outcome.UNDECIDED, Evidence("vector", error.message, error.facts))


def specimens(question: Question) -> Iterator[Specimen]:
    """The key and its equivalents pass on many seeds; the starter, the mutants and the misconceptions do not pass."""
    task: Task = question.task
    for field, program in right_programs(task).items():
        yield Specimen(field, Answer(program), Outcome.CORRECT, seeds=SEEDS)
    yield Specimen("starter", Answer(starter(question, "en")), Outcome.INCORRECT)
    for place, (name, program) in enumerate(mutants(task).items()):
        yield Specimen(f"mutants.{place}", Answer(program), _missed(name, task))
    for place, wrong in enumerate(question.misconceptions):
        yield Specimen(f"misconceptions.{place}.answer", Answer(wrong.answer), _missed(wrong.name, task), wrong.name)


def right_programs(task: Task) -> dict[str, str]:
    """The key and its equivalents, each by its field."""
    return {"key": task.key} | {f"equivalents.{place}": program for place, program in enumerate(task.equivalents)}


def mutants(task: Task) -> dict[str, str]:
    """The wrong programs without a note: by their names, or by their places ("mutants.0")."""
    named = (one if isinstance(one, Mutant) else Mutant(f"mutants.{at}", one) for at, one in enumerate(task.mutants))
    return {mutant.name: mutant.program for mutant in named}


def wrong_programs(question: Question) -> dict[str, str]:
    """All wrong programs, misconceptions by their names first."""
    return {wrong.name: wrong.answer for wrong in question.misconceptions} | mutants(question.task)


def _missed(name: str, task: Task) -> Outcome:
    return Outcome.PARTIAL if name in task.partial else Outcome.INCORRECT


def starter(question: Question, language: str) -> str:
    """The file to fill in: the header that `drill check` reads, the signature, the task as docstring, an example."""
    from interview_drill.kinds.code_example import example  # costs NumPy: only a starter pays for it

    task: Task = question.task
    prose = in_language(task.starter or question.stem, language).strip()
    prose = prose.replace("\\", "\\\\").replace('"""', "'''")
    body = textwrap.indent(f'"""{prose}\n"""\nraise NotImplementedError\n', "    ", lambda line: bool(line.strip()))
    parts = [f"# drill: {question.id}\nimport numpy as np\n", f"def {task.signature}:\n{body}", example(task)]
    return "\n\n".join(filter(None, parts))


def revealed(question: Question) -> tuple[Revealed, ...]:
    """The key, as a program."""
    return (Revealed("show-key", in_every_language(question.task.key), "code"),)


def faults(question: Question) -> Iterator[Mistake]:
    """What shows without running: programs that are no Python, signatures, recipes and draws that cannot be."""
    task: Task = question.task
    yield from _program_faults(question)
    if len(wrong_programs(question)) < len(task.mutants) + len(question.misconceptions):
        yield Mistake("mutants", "fault-mutant-name")
    for name in task.partial:
        if name not in wrong_programs(question):
            yield Mistake("partial", "fault-no-such-misconception", {"name": name})
    for place, asked in enumerate(task.checks):
        if (name := asked.name if isinstance(asked, Declared) else asked) not in KNOWN_CHECKS:
            yield Mistake(f"checks.{place}", "fault-no-such-check", {"name": name, "known": list(KNOWN_CHECKS)})
        elif isinstance(asked, Declared):
            yield from _declared_faults(f"checks.{place}", asked, task)
    for form in (task.returns,) if isinstance(task.returns, str) else task.returns:
        if form not in FORMS:
            yield Mistake("returns", "fault-no-such-form", {"name": form, "known": list(FORMS)})
    if not task.recipes:
        yield Mistake("recipes", "fault-no-recipes", {})
    for place, recipe in enumerate(task.recipes):
        yield from _recipe_faults(f"recipes.{place}", recipe, task)


def _declared_faults(field: str, asked: Declared, task: Task) -> Iterator[Mistake]:
    """A check of calls around a vector names arguments; a gradient has a part for each of them, and a loss."""
    for name in asked.with_respect_to:
        if name not in (parameters(task.signature) or ()):
            yield Mistake(f"{field}.with_respect_to", "fault-no-such-argument", {"name": name})
    parts = 1 if isinstance(task.returns, str) else len(task.returns)
    if asked.name == "gradient" and not (asked.of < parts and len(asked.with_respect_to) == parts - 1 > 0):
        yield Mistake(field, "fault-gradient", {})
    if asked.name == "shift-invariance" and not asked.with_respect_to:
        yield Mistake(field, "fault-shift", {})


DECLARED = ("rows-sum-to-one", "gradient", "shift-invariance")
CONSTANT = (ast.Constant, ast.UnaryOp, ast.USub, ast.Tuple, ast.Load)
KNOWN_CHECKS = ("value", "shape", "type", "finite", "pure", "repeatable", "warnings", *DECLARED)
FORMS = ("array", "float", "ints", "like-first")


def _program_faults(question: Question) -> Iterator[Mistake]:
    task: Task = question.task
    if parameters(task.signature) is None or not task.signature.startswith(f"{task.entry}("):
        yield Mistake("signature", "fault-signature", {"entry": task.entry})
    programs = list(right_programs(task).items())
    programs += [(f"mutants.{at}", text) for at, text in enumerate(mutants(task).values())]
    programs += [(f"misconceptions.{at}.answer", wrong.answer) for at, wrong in enumerate(question.misconceptions)]
    programs += [
        (name, text) for name, text in (("measure", task.measure), ("precise", task.precise)) if text is not None
    ]
    for field, text in programs:
        entry = "measure" if field == "measure" else task.entry
        if entry not in _defined(text):
            yield Mistake(field, "fault-program", {"entry": entry})


def parameters(signature: str) -> tuple[str, ...] | None:
    """The names of a signature's parameters, in order; None where it is no Python, or would run anything.

    It goes into the file that learners fill in: nothing but names and constants may stand in it.
    """
    try:
        body = ast.parse(f"def {signature}: pass").body
    except (SyntaxError, ValueError):
        return None
    if len(body) != 1 or not isinstance(body[0], ast.FunctionDef) or not _harmless(body[0], signature):
        return None
    function = body[0]
    return tuple(each.arg for each in (*function.args.posonlyargs, *function.args.args))


def _harmless(function: ast.FunctionDef, signature: str) -> bool:
    arguments = function.args
    notes = [argument.annotation for argument in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)]
    defaults = [default for default in (*arguments.defaults, *arguments.kw_defaults) if default is not None]
    constant = all(isinstance(node, CONSTANT) for default in defaults for node in ast.walk(default))
    bare = not any(notes) and function.returns is None and "\n" not in signature and "#" not in signature
    return bare and constant and [type(part) for part in function.body] == [ast.Pass]


def _defined(program: str) -> set[str]:
    try:
        return {name for node in ast.parse(program).body for name in _names(node)}
    except SyntaxError:
        return set()


def _names(node: ast.stmt) -> list[str]:
    if isinstance(node, ast.Assign):
        return [target.id for target in node.targets if isinstance(target, ast.Name)]
    return [node.name] if isinstance(node, ast.FunctionDef) else []


def _recipe_faults(field: str, recipe: Recipe, task: Task) -> Iterator[Mistake]:
    wanted = parameters(task.signature) or ()
    if tuple(recipe.arguments) != wanted[: len(recipe.arguments)]:
        yield Mistake(f"{field}.arguments", "fault-arguments", {"wanted": list(wanted)})
    for name, draw in recipe.arguments.items():
        if len(draw.sources) != 1:
            yield Mistake(f"{field}.arguments.{name}", "fault-one-source", {"known": ["value", *SOURCES]})
        for size in _sizes(draw) - set(recipe.sizes):
            yield Mistake(f"{field}.arguments.{name}", "fault-no-size", {"size": size})
    yield from _condition_faults(field, recipe)


def _condition_faults(field: str, recipe: Recipe) -> Iterator[Mistake]:
    """A condition that cannot be read, or that names no size of the recipe's."""
    least = {name: size if isinstance(size, int) else size[0] for name, size in recipe.sizes.items()}
    for place, condition in enumerate(recipe.conditions):
        try:
            holds(condition, least)
        except KeyError as unknown:
            yield Mistake(f"{field}.conditions.{place}", "fault-no-size", {"size": unknown.args[0]})
        except (ValueError, ZeroDivisionError):
            yield Mistake(f"{field}.conditions.{place}", "fault-condition", {"condition": condition})


def _sizes(draw: Draw) -> set[str]:
    return {name for term in draw.shape if isinstance(term, str) for name in _SIZE.findall(term)}
