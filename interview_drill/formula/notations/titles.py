"""What a Chinese formula is headed with: `损失 = ...`, `KL散度 = ...`, `答：...`.

A title is read as the English name that its words make, so that a quantity is the same in both languages: `均方误差` is
MSE, and no name for a divergence. One with a word that is not listed here is not read.
"""

from __future__ import annotations

import re

WORDS = {
    "交叉熵": "CrossEntropy", "二元交叉熵": "BCE", "二分类交叉熵": "BCE", "相对熵": "RelativeEntropy", "散度": "Div",
    "互信息": "MutualInformation", "熵": "entropy", "困惑度": "perplexity", "似然": "likelihood",
    "对数似然": "LogLikelihood", "负对数似然": "NLL", "先验": "prior", "后验": "posterior", "证据": "evidence",
    "后验均值": "PosteriorMean", "证据下界": "ELBO", "全变差": "TV", "总变差": "TV", "均方误差": "MSE",
    "均方根误差": "RMSE", "平方误差": "SquaredError", "平均绝对误差": "MAE", "绝对误差": "AbsoluteError",
    "对数": "Log", "合页": "hinge", "铰链": "hinge", "焦点": "focal", "标签平滑": "LabelSmoothing",
    "对比": "contrastive", "蒸馏": "distillation", "知识蒸馏": "distillation", "三元组": "triplet", "岭回归": "ridge",
    "套索": "lasso", "弹性网": "ElasticNet", "层归一化": "LayerNorm", "批归一化": "BatchNorm",
    "批量归一化": "BatchNorm", "均方根归一化": "RMSNorm", "方差": "variance", "卷积": "conv", "注意力": "Attention",
    "准确率": "accuracy", "精确率": "precision", "查准率": "precision", "召回率": "recall", "查全率": "recall",
    "梯度": "gradient", "导数": "derivative", "损失": "loss", "代价": "cost", "目标": "objective", "误差": "error",
    "总": "total", "输出": "output", "尺寸": "size", "大小": "size", "结果": "result", "答案": "answer", "新": "new",
    "正则化": "regularised", "函数": "", "公式": "", "概率": "", "值": "", "的": "",
}  # fmt: skip
PIECE = re.compile("|".join(sorted(WORDS, key=len, reverse=True)) + "|[A-Za-z]+")
TITLE = re.compile(
    r"[\s$]*(?P<dress>\\(?:text|mathrm|textbf)\{\s*)?(?P<name>[A-Za-z]*[\u4e00-\u9fff][A-Za-z\u4e00-\u9fff]*)"
    r"(?(dress)\s*\})(?=\s*(?::|：)?(?:=|＝|≔|\\coloneqq))"
)
"""Letters with at least one Chinese sign among them, before the first `=`."""
PREFIX = re.compile(r"\s*(?:答案?|解答?|结果|最终答案|[Aa]nswer|[Ss]olution)\s*[:：]")


def named(title: str) -> str | None:
    """The English name that a title's words make, None where one of them is unknown."""
    found = PIECE.findall(title)
    name = "".join(WORDS.get(piece, piece) for piece in found)
    return name if name and "".join(found) == title else None


def without_prefix(text: str) -> str:
    """The text with `答：` blank, so that every place stays what it was."""
    found = PREFIX.match(text)
    return " " * found.end() + text[found.end() :] if found else text
