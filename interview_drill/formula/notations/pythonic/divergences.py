"""kl_div, which SciPy and PyTorch define differently: the library's name says which is meant."""

from __future__ import annotations

import ast as syntax
from collections.abc import Callable

from interview_drill.formula import ast
from interview_drill.formula.ast import Node
from interview_drill.formula.notations.pythonic.arguments import Arguments
from interview_drill.formula.notations.pythonic.entrywise import entrywise
from interview_drill.formula.notations.pythonic.functions import apply, difference
from interview_drill.formula.notations.pythonic.libraries import is_part_of
from interview_drill.formula.notations.pythonic.shapes import shape
from interview_drill.formula.notations.pythonic.source import literal
from interview_drill.formula.notations.pythonic.values import Lazy, plus, times


def _kl_div(arguments: Arguments) -> Node | Lazy:
    """The one that its library tells. Raises AnswerError where nothing does."""
    if arguments.library == "torch.nn.functional":
        return _of_tensors(arguments)
    if arguments.library.endswith("special") and not is_part_of("torch", arguments.library):
        return arguments.each(_relative, "p", "q")
    raise arguments.fail("python-which-library", name=arguments.name)


def _relative(p: Node, q: Node) -> Node:
    """SciPy's kl_div(p, q), an entry: p log(p/q) - p + q."""
    return plus(difference(times(p, apply("log", ast.Over(p, q))), p), q)


def _of_tensors(arguments: Arguments) -> Node | Lazy:
    """PyTorch's kl_div(log_q, p): the model's logarithms come first, and the mean of all entries where nothing is said.

    https://docs.pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html
    """
    if len(arguments.places) > 2:  # two options that override `reduction` come next, and are on their way out
        raise arguments.fail("python-arguments", name=arguments.name, count=2)
    given = arguments.only("input", "target", "reduction", "log_target", least=2)
    pair = [arguments.here.entries(given[name]) for name in ("input", "target")]
    losses = entrywise(_loss_of_logs if _in_logs(arguments, given) else _loss, [pair[1], pair[0]], arguments.here)
    reduction = literal(given["reduction"]) if "reduction" in given else "mean"
    if reduction == "none":
        return losses
    if reduction not in REDUCTIONS:
        raise arguments.fail("python-arguments", name=arguments.name, count=2)
    return REDUCTIONS[reduction](arguments, arguments.here.whole_of(losses, arguments.node))


def _in_logs(arguments: Arguments, given: dict[str, syntax.expr]) -> bool:
    """Whether the target is given by its logarithms too."""
    said = literal(given["log_target"]) if "log_target" in given else False
    if not isinstance(said, bool):
        raise arguments.fail("python-arguments", name=arguments.name, count=2)
    return said


def _loss(target: Node, log_model: Node) -> Node:
    return times(target, difference(apply("log", target), log_model))


def _loss_of_logs(log_target: Node, log_model: Node) -> Node:
    return times(apply("exp", log_target), difference(log_target, log_model))


def _sum(arguments: Arguments, losses: Node) -> Node:
    return losses if arguments.rank(losses) == 0 else ast.Big("sum", (), (), None, losses)


def _batch_mean(arguments: Arguments, losses: Node) -> Node:
    """Over the first axis alone, which for a single vector is the number of its entries."""
    sides = shape(losses, arguments.here.names.scope)
    if not sides:
        raise arguments.fail("python-no-length")
    return ast.Over(_sum(arguments, losses), sides[0])


REDUCTIONS: dict[object, Callable[[Arguments, Node], Node]] = {
    "sum": _sum,
    "mean": lambda arguments, losses: apply("mean", losses),
    "batchmean": _batch_mean,
}

KNOWN: dict[str, Callable[[Arguments], Node | Lazy]] = {"kl_div": _kl_div}
