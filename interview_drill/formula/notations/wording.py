"""Which Chinese words may stand round a formula because they say nothing of mathematics.

`遗忘门`, `贝叶斯定理` only call something by a name; `负`, `的一半`, `不等于` would be part of a formula.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from interview_drill.formula.notations import quantities, titles, words
from interview_drill.formula.notations.asked import Asked
from interview_drill.formula.notations.naming import names_other
from interview_drill.formula.notations.tokens import Token

CHINESE = r"\u4e00-\u9fff"
TELLING = re.compile(
    r"[负正反倒逆倍半加减乘除方根积商差和比幂次底模约近超零一二三四五六七八九十百千万两几每非不未无没否错误只仅问若当时"
    r"且或取则为是等大小多少最均总求与及同]|绝对|如果|其[他它余]|期望|转置|对数|指数|整数|自然数|有理|取值|范围|"
    r"[去换翻颠替改]|对调|省略|忽略"
)
"""What could change a formula: a sign, a number, an operation, a condition, another quantity."""
HARMLESS = re.compile(
    r"法则|原则|规则|两个|归一化|标准化|正则化|正则项|正态|均匀|分布|逐元素|衰减|误差|差分|残差|根据|参数|总损失|总代价|一般|统一|"
    r"卷积核|步长|大模型|二维|一维|多分类|二分类|方法|方程|乘子|系数|求得|求出|随机|等式|同样|等价|最终|最后"
)
"""Words with such a sign in them that mean nothing of the kind."""
GIVEN, FOUND = re.compile("标签|真实|真值|目标|独热"), re.compile("预测|估计|模型|近似")
"""What is known and what a model says of it: `ŷ` is the second, and `y` beside it the first."""
CONFUSED = re.compile("门|方差|标准差|教师|学生|老师|步长|填充|学习率|衰减|先验|后验|似然|证据|分子|分母")
"""Roles that two signs of one question may have: to say them of the wrong one makes another formula."""
CALLED = frozenset({"softmax", "sigmoid", "relu", "softplus"})
"""Functions whose names are used as words."""
LISTED = re.compile("|".join(sorted(titles.WORDS, key=len, reverse=True)))


def say_nothing(said: str) -> bool:
    """Whether words set no condition, name no number and work nothing out."""
    rest = HARMLESS.sub("", LISTED.sub("", said))
    functions = (words.FUNCTIONS.get(one, "") for one in re.findall(r"[A-Za-z]+", said))
    return not TELLING.search(rest) and all(not one or one in CALLED for one in functions)


def may_describe(said: str, name: str, names: Container[str]) -> bool:
    """Whether words give a name no role that another sign of the question may have."""
    if CONFUSED.search(said) or (GIVEN.search(said) and f"{name}_hat" not in names):
        return False
    return say_nothing(said) and not (FOUND.search(said) and not name.endswith("_hat"))


def name_other(said: str, asked: Asked) -> bool:
    """Whether words name a well-known quantity that is not asked for: `均方误差 L = ...`."""
    return any(quantities.named(name) and names_other([Token("name", name, 0, 0)], asked) for name in _names(said))


def _names(said: str) -> Iterator[str]:
    """The English names of the listed words that stand together, and of each alone."""
    for together in re.findall(f"(?:{titles.PIECE.pattern}|\\s)+", said):
        pieces = titles.PIECE.findall(together)
        named = [titles.WORDS.get(piece, piece) for piece in pieces]
        yield from ["".join(named), *named]
