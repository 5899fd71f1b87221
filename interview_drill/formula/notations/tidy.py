"""Passes over raw tokens: dress dropped, primes joined to their letters, brackets matched, subscripts before powers."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from interview_drill.errors import AnswerError
from interview_drill.formula.notations.braces import freed, half_open
from interview_drill.formula.notations.stacking import stacked
from interview_drill.formula.notations.tokens import CLOSING, OPENING, Token

Tokens = list[Token]
ROWS = ("cases", "matrix", "wrapper", "/cases", "/matrix", "/wrapper")


def tidy(tokens: Tokens) -> Tokens:
    """The tokens as the parser wants them. Raises AnswerError for a bracket that is never closed or never opened."""
    tokens = _sized(tokens)
    there = {token.text for token in tokens}
    for one_pass, about in PASSES:
        if not there.isdisjoint(about):
            tokens = one_pass(tokens)
    return tokens


def _sized(tokens: Tokens) -> Tokens:
    """Every `\\left` has its `\\right`."""
    open_ones: Tokens = []
    for token in tokens:
        if token.text == "\\left." or token.side == "(!":
            open_ones.append(token)
        elif token.text == "\\right." or token.side == ")!":
            if not open_ones:
                raise AnswerError("right-without-left", token.at, token.end)
            open_ones.pop()
    if open_ones:
        raise AnswerError("left-without-right", open_ones[-1].at, open_ones[-1].end)
    return tokens


def _braced_arrays(tokens: Tokens) -> Tokens:
    """`\\left\\{ \\begin{array} ... \\end{array} \\right.` are cases; `\\left.` and `\\right.` are nothing."""
    out: Tokens = []
    for place, token in enumerate(tokens):
        ahead = tokens[place + 1] if place + 1 < len(tokens) else None
        if token.text in ("\\left.", "\\right."):
            continue
        if token.is_sign("\\{") and ahead is not None and _opens_rows(token, ahead):
            continue
        braced = token.is_sign("matrix", "wrapper") and place and _opens_rows(tokens[place - 1], token)
        out.append(replace(token, text="cases") if braced else token)
    return _matched_ends(out)


def _opens_rows(token: Token, ahead: Token) -> bool:
    """Whether a brace stands before rows; those of `aligned` only with `\\left\\{`."""
    return token.is_sign("\\{") and ahead.is_sign("matrix", "cases", *(("wrapper",) if token.side else ()))


def _matched_ends(tokens: Tokens) -> Tokens:
    """An array that became cases ends as cases."""
    out, kinds = [], []
    for token in tokens:
        if token.is_sign("cases", "matrix", "wrapper"):
            kinds.append(token.text)
        elif token.is_sign("/cases", "/matrix", "/wrapper") and kinds:
            token = replace(token, text="/" + kinds.pop())
        out.append(token)
    return out


def _unwrapped(tokens: Tokens) -> Tokens:
    """Wrappers go, and with them the `&` and `\\\\` that only lay lines out."""
    out, depth, wrappers = [], 0, []
    for token in tokens:
        depth += token.is_sign("cases", "matrix") - token.is_sign("/cases", "/matrix")
        if token.is_sign("wrapper"):
            wrappers.append(token)
        elif token.is_sign("/wrapper"):
            if not wrappers:
                raise AnswerError("environment-never-opened", token.at, token.end)
            wrappers.pop()
        elif depth > 0 or not token.is_sign("&", "\\\\"):
            out.append(token)
    if wrappers:
        raise AnswerError("environment-never-closed", wrappers[-1].at, wrappers[-1].end)
    return out


def _bare_norms(tokens: Tokens) -> Tokens:
    """`{\\left\\|w\\right\\|}_2`, as a word processor writes it: the braces round a norm say nothing."""
    out = list(tokens)
    for place, token in enumerate(tokens):
        if not token.is_sign("{") or (place and not _may_precede_a_factor(tokens[place - 1])):
            continue
        end = _group_end(tokens, place)
        inner = tokens[place + 1 : end - 1]
        lowered = end < len(tokens) and tokens[end].is_sign("_", "^")
        if lowered and [at for at, one in enumerate(inner) if one.is_sign("||")] == [0, len(inner) - 1]:
            out[place] = out[end - 1] = None
    return [token for token in out if token is not None]


def _may_precede_a_factor(token: Token) -> bool:
    """Whether braces behind it hold a factor, and no argument, exponent or index."""
    return token.kind in ("name", "number") or token.is_sign(*"+-*/(,=|", "dot", "cross", ")", "\\\\")


def _primes(tokens: Tokens) -> Tokens:
    """`y'`, `y^\\prime`, `y^{\\prime}` are one name."""
    out: Tokens = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        length = _prime_length(tokens, place)
        if length and out and out[-1].kind in ("name", "function"):
            out[-1] = replace(out[-1], kind="name", text=out[-1].text + "'", end=tokens[place + length - 1].end)
        elif length and len(out) > 2 and out[-1].is_sign("}") and _before_subscript(out) is not None:
            at = _before_subscript(out)
            out[at] = replace(out[at], kind="name", text=out[at].text + "'")
        else:
            out.append(token)
            length = 1
        place += length
    return out


def _before_subscript(out: Tokens) -> int | None:
    """The place of a name whose subscript was just closed: `y_i'` is `y'_i`."""
    depth = 0
    for place in range(len(out) - 1, 0, -1):
        depth += out[place].is_sign("}") - out[place].is_sign("{")
        if depth == 0:
            named = place >= 2 and out[place - 1].is_sign("_") and out[place - 2].kind == "name"
            return place - 2 if named else None
    return None


def _prime_length(tokens: Tokens, place: int) -> int:
    texts = [token.text if token.kind == "sign" else "" for token in tokens[place : place + 4]]
    if texts[:1] == ["'"]:
        return 1
    if texts[:2] == ["^", "'"]:
        return 2
    return 4 if texts == ["^", "{", "'", "}"] else 0


def _subscripts_first(tokens: Tokens) -> Tokens:
    """`w^2_i` and `w^{2}_i` are `w_i^2`; in `e^z_k` the subscript belongs to the letter."""
    out: Tokens = []
    place = 0
    while place < len(tokens):
        power = _power_end(tokens, place)
        if power and _lowers_the_exponent(tokens, place, power, out):
            after = _group_end(tokens, power + 1)
            out += [*tokens[place : power - 1], *tokens[power:after], tokens[power - 1]]
            place = after
            continue
        if power and power < len(tokens) and tokens[power].is_sign("_") and out and _takes_subscript(out[-1]):
            after = _group_end(tokens, power + 1)
            out += tokens[power:after] + tokens[place:power]
            place = after
        else:
            out.append(tokens[place])
            place += 1
    return out


def _lowers_the_exponent(tokens: Tokens, place: int, power: int, out: Tokens) -> bool:
    """`eᶻₖ` is e to the power z_k: an e takes no subscript."""
    lowered = power < len(tokens) and tokens[power].is_sign("_") and bool(out) and out[-1].text == "e"
    return lowered and power - place == 4 and tokens[place + 2].kind == "name"


def _takes_subscript(token: Token) -> bool:
    return token.kind in ("name", "function") or token.is_sign("||")


def _power_end(tokens: Tokens, place: int) -> int:
    """Behind an exponent that is a number, a group or a transposition sign; 0 where there is none."""
    if not tokens[place].is_sign("^") or place + 1 >= len(tokens):
        return 0
    ahead = tokens[place + 1]
    if ahead.is_sign("{"):
        return _group_end(tokens, place + 1)
    return place + 2 if ahead.kind == "number" or ahead.is_sign("top") or ahead.text == "T" else 0


def _group_end(tokens: Tokens, place: int) -> int:
    depth = 0
    for at in range(place, len(tokens)):
        depth += tokens[at].is_sign("{") - tokens[at].is_sign("}")
        if depth == 0:
            return at + 1
    return len(tokens)


def _plain_bounds(tokens: Tokens) -> Tokens:
    """`sum_i=1^C` typed without braces: the lower bound joins the subscript."""
    out = list(tokens)
    for place, token in enumerate(tokens):
        texts = [one.text for one in tokens[place : place + 8]] if token.kind == "big" else []
        if texts[1:3] == ["_", "{"] and texts[4:6] == ["}", "="] and texts[7:8] == ["^"]:
            closing = out.pop(place + 4)
            out.insert(place + 6, closing)
    return out


def _without_full_stop(tokens: Tokens) -> Tokens:
    """A full stop or comma that ends the sentence, not the formula."""
    return tokens[:-1] if tokens and tokens[-1].is_sign(".", ",", ";") and len(tokens) > 1 else tokens


def _matched(tokens: Tokens) -> Tokens:
    """Every bracket is closed by its own kind."""
    open_ones: Tokens = []
    for token in tokens:
        if token.nesting == 1:
            open_ones.append(token)
        elif token.nesting:
            _close(open_ones, token)
    if open_ones:
        raise _never_closed(open_ones[-1])
    return tokens


def _close(open_ones: Tokens, token: Token) -> None:
    if not open_ones:
        raise AnswerError("bracket-never-opened", token.at, token.end, sign=shown(token))
    last = open_ones.pop()
    if OPENING[last.text] != token.text:
        raise _never_closed(last)


def _never_closed(token: Token) -> AnswerError:
    if token.is_sign("cases", "matrix"):
        return AnswerError("environment-never-closed", token.at, token.end)
    return AnswerError("bracket-never-closed", token.at, max(token.end, token.at + 1), sign=shown(token))


def shown(token: Token) -> str:
    """A bracket as the learner knows it."""
    return token.text.lstrip("\\") or token.text


PASSES: tuple[tuple[Callable[[Tokens], Tokens], frozenset[str]], ...] = (
    (freed, frozenset({"{"})),
    (_braced_arrays, frozenset({"\\left.", "\\right.", "\\{", *ROWS})),
    (_unwrapped, frozenset({"&", "\\\\", *ROWS})),
    (half_open, frozenset({"[", "]"})),
    (_matched, frozenset({*OPENING, *CLOSING})),
    (stacked, frozenset({"over"})),
    (_primes, frozenset({"'"})),
    (_bare_norms, frozenset({"||"})),
    (_subscripts_first, frozenset({"^"})),
    (_plain_bounds, frozenset({"="})),
    (_without_full_stop, frozenset({".", ",", ";"})),
)
"""Each pass with the signs that it is about: without any of them it changes nothing."""
