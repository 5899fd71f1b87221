"""Standard functions and words, by all their spellings."""

from __future__ import annotations

FUNCTIONS = {
    "exp": "exp", "log": "log", "ln": "log", "lg": "log10", "log2": "log2", "log10": "log10", "sqrt": "sqrt",
    "abs": "abs", "sign": "sign", "sgn": "sign", "floor": "floor", "ceil": "ceil", "ceiling": "ceil", "sin": "sin",
    "cos": "cos", "tan": "tan", "asin": "asin", "acos": "acos", "atan": "atan", "arcsin": "asin", "arccos": "acos",
    "arctan": "atan", "sinh": "sinh", "cosh": "cosh", "sech": "sech", "csch": "csch", "coth": "coth",
    "sec": "sec", "csc": "csc", "cot": "cot", "tanh": "tanh", "sigmoid": "sigmoid", "expit": "sigmoid",
    "relu": "relu", "ReLU": "relu", "RELU": "relu", "Relu": "relu", "softplus": "softplus", "softmax": "softmax",
    "logsumexp": "logsumexp", "LSE": "logsumexp", "max": "max", "min": "min", "Max": "max", "Min": "min",
    "diag": "diag", "mean": "mean", "Heaviside": "step", "heaviside": "step", "step": "step", "argmax": "argmax",
    "argmin": "argmin", "log1p": "log1p", "expm1": "expm1", "norm": "norm",
    "Piecewise": "Piecewise", "piecewise": "Piecewise",
}  # fmt: skip
BIG = {"sum": "sum", "Sum": "sum", "prod": "prod", "Product": "prod"}
WORDS = {"if": "if", "when": "if", "for": "for", "where": "if", "then": "then", "else": "else",
         "otherwise": "otherwise", "and": "and", "or": "or", "not": "neg", "in": "in", "over": "over",
         "elsewhere": "otherwise", "True": "otherwise", "undefined": "undefined", "undef": "undefined"}  # fmt: skip
SEVERAL = frozenset({"max", "min"})
"""Functions of any number of arguments; all others take one."""
