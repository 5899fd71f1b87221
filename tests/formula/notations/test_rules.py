"""The house rules for reading an answer on paper, each with an answer on both sides of the line."""

import pytest

from interview_drill.errors import AnswerError
from interview_drill.formula.ast import Apply, Big, Entry, Name, Stack
from interview_drill.formula.notations import read
from tests.formula.notations import scopes as s
from tests.formula.notations.trees import last, parts, plain

K = r"\frac{e^{z_k}}{\sum_j e^{z_j}}"


def refused(text, scope):
    with pytest.raises(AnswerError) as caught:
        read(text, scope)
    return caught.value.message


@pytest.mark.parametrize(
    ("scope", "text", "label"),
    [
        (s.PENALTY, r"J = L+\lambda\sum_i w_i", "J"),
        (s.PENALTY, r"L_{reg} = L + 1", "L_{reg}"),
        (s.PENALTY, "loss(w) = L + 1", "loss(w)"),
        (s.PENALTY, r"\mathcal{J}(w) = L", r"\mathcal{J}(w)"),
        (s.PENALTY, "L' = L + 1", "L'"),
        (s.BCE, r"H(y, \hat{y}) = -y\log\hat{y}", r"H(y, \hat{y})"),
        (s.SOFTMAX, f"p_k = {K}", "p_k"),
        (s.OUTPUT_SIZE, "n_{out} = n - k", "n_{out}"),
    ],
)
def test_an_undeclared_name_on_the_left_is_a_label(scope, text, label):
    """It is not judged, whatever its subscripts and arguments."""
    (chain,) = read(text, scope).chains
    assert chain.label == label
    assert len(chain.parts) == 1


@pytest.mark.parametrize(
    ("scope", "text", "count"),
    [
        (s.SIGMOID, r"\sigma(-x) = \frac{1}{1+e^{-x}}", 2),
        (s.SIGMOID, r"\sigma(x) = \frac{1}{1+e^{-x}} = \frac{e^{-x}}{1+e^{-x}}", 3),
        (s.KL, r"D_{KL}(P\|Q) = \sum_i P(i)\log\frac{P(i)}{Q(i)}", 2),
        (s.SOFTMAX, f"a_k = {K}", 2),
        (s.CRF, r"-\log P(y|X) = -s(X,y)+\log\sum_{y'}e^{s(X,y')}", 2),
        (s.REAL, r"\max(0,x) = (x+|x|)/2", 2),
    ],
)
def test_what_means_something_on_the_left_is_judged(scope, text, count):
    """Names of the answer and standard functions are claims like any other part."""
    (chain,) = read(text, scope).chains
    assert chain.label is None
    assert len(chain.parts) == count


@pytest.mark.parametrize("text", ["L = L + 1", "w = 2w", "w_1 = 2", "lambda = L", "λ = L"])
def test_a_declared_symbol_on_the_left_is_used_for_both(text):
    """A first part that is one declared symbol is unreadable."""
    assert refused(text, s.PENALTY) == "name-for-both"


@pytest.mark.parametrize(
    ("scope", "text"),
    [(s.SIGMOID, r"\sigma(x)"), (s.SOFTMAX, "a_k"), (s.BAYES, "P(A|B)P(B)/P(B)"), (s.KL, r"KL(P\|Q)"), (s.CELL, "C_t")],
)
def test_an_answer_must_be_free_of_its_own_symbols(scope, text):
    """Saying the question again is no answer."""
    assert refused(text, scope) == "restates-the-question"


def test_the_longest_declared_name_wins():
    """Letters typed together are split into declared names and functions, the longest first."""
    assert last("ylogyhat", s.BCE) == last(r"y \log \hat{y}", s.BCE)
    assert last("sigmax", s.NORMALISED) == last("sigma x", s.NORMALISED)
    assert refused("yq", s.BCE) == "name-undeclared-near"


def test_an_undeclared_name_suggests_the_nearest():
    """By its letters, or as the only declared quantity that is not used."""
    with pytest.raises(AnswerError) as caught:
        read("y log p", s.BCE)
    assert caught.value.facts["near"] == "y_hat"
    with pytest.raises(AnswerError) as caught:
        read("Wf x_t", s.GATE)
    assert caught.value.facts["near"] == "W_f"


def test_a_call_is_a_call_only_where_a_function_is_declared():
    """Elsewhere brackets behind a name are a product."""
    assert last("F(x)", s.RESIDUAL) == Apply("F", (Name("x"),))
    assert last("x(x+1)", s.RESIDUAL) == last("x*(x+1)", s.RESIDUAL)


@pytest.mark.parametrize("text", ["log y·yhat", r"\log y \cdot \hat y", "tanh y/2", "log y * yhat"])
def test_both_readings_behind_a_bare_function(text):
    """At an explicit sign the argument may go on or end; the first reading ends it."""
    ends, goes_on = read(text, s.BCE).chains
    assert isinstance(goes_on.parts[0].tree, Apply)
    assert not isinstance(ends.parts[0].tree, Apply)


def test_brackets_leave_one_reading():
    """An argument in brackets is read in one way."""
    assert len(read("log(y)·yhat + tanh(y)/2", s.BCE).chains) == 1


def test_the_declared_range_of_an_index_is_a_remark_with_a_note():
    """It is no part of the formula, and the note quotes it; another range is not dropped."""
    (chain,) = read(rf"a_k = {K}, \quad k = 1, \dots, C", s.SOFTMAX).chains
    (note,) = chain.notes
    assert (note.message, note.facts) == ("note-range", {"text": r"k = 1, \dots, C"})
    assert len(chain.parts) == len(read(f"a_k = {K}", s.SOFTMAX).chains[0].parts)
    assert refused(rf"{K}, k = 2, \dots, C", s.SOFTMAX) == "sign-out-of-place"


def test_from_left_to_right_with_a_note():
    """a/bc is (a/b)c, and a note says so; brackets need none."""
    (chain,) = read("a/bc", s.FREE).chains
    assert [note.message for note in chain.notes] == ["note-slash-left-to-right"]
    assert plain(chain.parts[0].tree) == last("(a/b)*c", s.FREE)
    assert not read("a/(bc)", s.FREE).chains[0].notes


def test_a_subscript_belongs_to_a_letter_exponent_but_not_to_a_number():
    """`e^z_k` raises z_k; `w^2_1` squares w_1."""
    assert last("e^z_k", s.SOFTMAX) == last("e^{z_k}", s.SOFTMAX)
    assert last("eᶻₖ", s.SOFTMAX) == last("e^{z_k}", s.SOFTMAX)
    assert last("w^2_1", s.PENALTY) == last("(w_1)^2", s.PENALTY)


def test_the_bar_is_conditional_at_depth_one_inside_a_probability():
    """Elsewhere it is a modulus, also inside brackets inside the probability's sum."""
    assert last("P(B|A)", s.BAYES).given == Name("A")
    assert last("|P(A) - P(B)|", s.BAYES).function == "abs"


def test_square_brackets():
    """They join, hold a condition, or are plain; round a quotient of whole numbers they are refused."""
    assert isinstance(last("[h_prev, x_t]", s.GATE), Stack)
    assert last("[x>0]", s.REAL).function == "indicator"
    assert last("2[x+1]", s.REAL) == last("2(x+1)", s.REAL)
    assert last("[x/2]", s.REAL) == last("x/2", s.REAL)
    assert refused("[n/s]", s.OUTPUT_SIZE) == "gauss-brackets"


def test_a_weight_matrix_before_square_brackets_is_a_product():
    """Only index letters make an entry of a bracket."""
    assert isinstance(last("W_f[h_prev, x_t]", s.GATE).factors[1], Stack)
    assert last("e^{z[k]}", s.SOFTMAX, "ascii") == last("e^{z_k}", s.SOFTMAX)


def test_arguments_of_a_derived_function_may_be_shown_only_if_they_are_the_variable():
    """∂F(x)/∂x is ∂F/∂x, ∂F(-x)/∂x is not; a bracket behind a gradient is a factor."""
    assert last(r"\frac{\partial F(x)}{\partial x}", s.CHAIN_RULE) == Name("dF_dx")
    assert refused(r"\frac{\partial F(-x)}{\partial x}", s.CHAIN_RULE) == "derivative-undeclared"
    assert last(r"\nabla_y L (1+F'(x))", s.CHAIN_RULE) == last("dL/dy * (1 + dF/dx)", s.CHAIN_RULE)


def test_a_sum_runs_on_while_its_index_occurs():
    """Over + and - while the next term has a free occurrence of the bound index."""
    runs_on = last(r"\sum_i P(i)\log P(i) - P(i)\log Q(i)", s.KL)
    stops = last(r"\sum_i P(i)\log P(i) - \sum_i P(i)\log Q(i)", s.KL)
    assert isinstance(runs_on, Big)
    assert not isinstance(stops, Big)
    assert not isinstance(last(r"\sum_i y_i + C", s.CE), Big)


def test_behind_a_slash_factors_without_the_index_are_read_both_ways():
    """1/Σ y_i · C: is C summed? With the index there is no doubt."""
    assert len(read(r"1/\sum_i y_i \cdot C", s.CE).chains) == 2
    assert len(read(r"1/\sum_i y_i \hat{y}_i", s.CE).chains) == 1
    assert len(read(r"\sum_i y_i \cdot C", s.CE).chains) == 1


def test_a_bare_sum_binds_the_one_index_letter_of_its_body():
    """On a vector it sums the entries; with two letters it is refused."""
    assert last(r"\sum y_j", s.CE).indices == ("j",)
    assert last(r"\sum w", s.PENALTY).indices == ()
    assert refused(r"\sum y_i \hat{y}_j", s.CE) == "big-binds-which"
    assert last(r"e^{z_k}/\sum e^{z_j}", s.SOFTMAX) == last(f"{K}", s.SOFTMAX)


def test_dots_count_up_from_the_first_term():
    """What stands before the run stays outside; terms that do not count up are refused."""
    assert last(r"L + w_1^2 + w_2^2 + \dots + w_n^2", s.PENALTY) == last(r"L + \sum_{i=1}^n w_i^2", s.PENALTY)
    assert refused(r"w_1 + w_3 + \dots + w_n", s.PENALTY) == "dots-unclear"


@pytest.mark.parametrize("text", [r"a_i = e^{z_i}/\sum_j e^{z_j}", r"p_i = e^{z_i}/\sum_j e^{z_j}",
                                  r"\mathrm{softmax}(z)_i = e^{z_i}/\sum_j e^{z_j}"])  # fmt: skip
def test_the_left_hand_side_renames_the_free_index(text):
    """Everywhere at once, without a note."""
    (chain,) = read(text, s.SOFTMAX).chains
    assert plain(chain.parts[-1].tree) == last(r"e^{z_k}/\sum_j e^{z_j}", s.SOFTMAX)
    assert not chain.notes


def test_a_stem_letter_beside_its_new_name_is_unreadable():
    """Renamed on the left, it may not stand on the right."""
    assert refused(r"a_i = e^{z_k}/\sum_j e^{z_j}", s.SOFTMAX) == "index-left-beside"


def test_one_undeclared_letter_stands_for_the_missing_index():
    """With a note that says so; two such letters are refused."""
    (chain,) = read(r"e^{z_i}/\sum_j e^{z_j}", s.SOFTMAX).chains
    assert [note.message for note in chain.notes] == ["note-index-renamed"]
    assert plain(chain.parts[0].tree) == last(K, s.SOFTMAX)
    assert refused("a_m(1 - a_l)", s.JACOBIAN) == "index-which"


def test_an_undeclared_letter_beside_the_declared_index_is_a_second_one():
    """It runs over the size of the array that it stands in."""
    (chain,) = read(r"e^{z_k}/\sum_i e^{z_j}", s.SOFTMAX).chains
    assert chain.indices == {"j": "C"}
    assert refused(r"\sum_i y_i \hat{y}_j", s.CE) == "index-unbound"


def test_a_shadowed_index_is_read_lexically_with_a_note():
    """e^{z_k}/Σ_k e^{z_k}; a primed letter hides nothing."""
    (chain,) = read(r"e^{z_k}/\sum_k e^{z_k}", s.SOFTMAX).chains
    assert [note.message for note in chain.notes] == ["note-index-shadowed"]
    assert not read(r"-s(X,y)+\log\sum_{y'}e^{s(X,y')}", s.CRF).chains[0].notes


def test_renaming_does_not_let_a_sum_catch_the_new_name():
    """p_i = e^{z_i}/Σ_k e^{z_k}: the bound k is another letter than the stem's."""
    tree = last(r"p_i = e^{z_i}/\sum_k e^{z_k}", s.SOFTMAX)
    assert tree.numerator == Apply("exp", (Entry(Name("z"), (Name("k"),)),))
    (bound,) = tree.denominator.indices
    assert tree.denominator.body == Apply("exp", (Entry(Name("z"), (Name(bound),)),))


def test_a_time_step_typed_without_braces_is_read_both_ways():
    """h_t-1 is h_{t-1}, or h_t less one; with spaces it is a difference."""
    assert len(read("[h_t-1, x_t]", s.GATE).chains) == 2
    assert last("[h_t-1, x_t]", s.GATE) == last("[h_{t-1}, x_t]", s.GATE)
    assert len(read("[h_t - 1, x_t]", s.GATE).chains) == 1


def test_free_formulas_need_no_declarations():
    """Single letters multiply, a letter with a subscript is one number, equations are chains of two parts."""
    assert parts("y = 2x", s.FREE) == (Name("y"), last("2*x", s.FREE))
    assert last("x_1 x_{12}", s.FREE).factors == (Name("x_1"), Name("x_12"))
    assert last("e^{ab}", s.FREE) == Apply("exp", (last("a b", s.FREE),))


def test_places_are_offsets_into_the_text_as_typed():
    """Each part's place covers what was typed for it."""
    text = "  a_k = （ e^{z_k} ） = 1 "
    assert [text[part.at : part.end] for part in read(text, s.SOFTMAX).chains[0].parts] == ["a_k", "（ e^{z_k} ）", "1"]


def test_an_examples_number_is_an_index_and_no_power():
    """`y^{(i)}` is y_i where y has entries; elsewhere it is refused, and `y^2` stays a power."""
    assert last(r"\sum_i y^{(i)}", s.CE) == last(r"\sum_i y_i", s.CE)
    assert refused(r"\sum_i y^{(i)}", s.BCE) == "superscript-index"
    assert last("y^{(2)}", s.BCE) == last("y^2", s.BCE)


def test_angle_brackets_are_an_inner_product():
    """As a dot between vectors is."""
    assert last(r"\langle w, w\rangle", s.PENALTY) == last(r"w\cdot w", s.PENALTY)


def test_a_bare_sum_binds_its_own_letter():
    """A sum does not run on into another one that binds the same letter, written or not."""
    assert not isinstance(last(r"\sum P(x)\log P(x) - \sum P(x)\log Q(x)", s.KL), Big)


def test_a_sum_in_a_denominator_ends_where_its_letter_is_free_outside():
    """e^{z_k}/Σ_k e^{z_k} - z_k is one reading; without a slash both are tried."""
    assert len(read(r"e^{z_k}/\sum_k e^{z_k} - z_k", s.SOFTMAX).chains) == 1
    assert len(read(r"\sum_k e^{z_k} - z_k", s.SOFTMAX).chains) == 2
    (chain,) = read(r"a_i = e^{z_i}/\sum_i e^{z_i} - z_i", s.SOFTMAX).chains
    assert plain(chain.parts[1].tree) == last(r"e^{z_k}/\sum_i e^{z_i} - z_k", s.SOFTMAX)


def test_an_event_cannot_be_a_bound_letter():
    """A' is the complement of A, and nothing that a sum runs over."""
    assert refused(r"\sum_{A'} P(B|A')P(A')", s.BAYES) == "event-bound"
