"""The catalogue: names of well-known quantities, which say nothing else in this field wherever they stand alone.

A name on the left that belongs to a quantity here is no name for another one. Names that nobody knows are not listed:
they are a learner's own.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Quantity(Struct, frozen=True):
    """All names of one quantity, in any case of letters, without `_` and a last `loss`; two letters as they are.

    `letters` mean it only where the question is about a quantity of the same `family`: H is an entropy beside a
    divergence, and anything elsewhere. A name may belong to several quantities.
    """

    names: frozenset[str]
    letters: frozenset[str] = frozenset()
    family: str = ""


SETTING = "setting"
"""Blocks and methods: `h_{LSTM}` says where a quantity stands, not which one it is."""


def _quantity(names: str, letters: str = "", family: str = "") -> Quantity:
    return Quantity(frozenset(map(plain, names.split())), frozenset(letters.split()), family)


def plain(word: str) -> str:
    """A word as the catalogue knows it: `MSELoss` and `mse_loss` are mse."""
    whole = word.replace("_", "")
    bare = re.sub(r"(?i)(?<=..)loss$", "", whole)
    if len(bare) > 2:
        return bare.lower()
    return bare if bare == whole else bare.upper()


DISTRIBUTIONS, ACTIVATION, LOSS, NORM = "distributions", "activation", "loss", "norm"
CROSS = "CE XE xent CrossEntropy NLL NLLL NegativeLogLikelihood LogLoss"

QUANTITIES: tuple[Quantity, ...] = (
    # Losses.
    _quantity(CROSS + " CCE CategoricalCrossEntropy SoftmaxCrossEntropy", "H", DISTRIBUTIONS),
    _quantity(CROSS + " BCE BinaryCrossEntropy BCEWithLogits logistic", "H", DISTRIBUTIONS),
    _quantity("CE XE CrossEntropy LS LabelSmoothing", "H", DISTRIBUTIONS),
    _quantity("NLL NLLL NegativeLogLikelihood CRF", "", LOSS),
    _quantity("CE CrossEntropy NLL InfoNCE NCE NTXent contrastive CPC SimCLR CLIP", "", LOSS),
    _quantity("FL focal", "", LOSS),
    _quantity("KD distill distillation", "", LOSS),
    _quantity("DPO", "", LOSS),
    _quantity("PPO TRPO GRPO", "", LOSS),
    _quantity("SFT", "", LOSS),
    _quantity("MSE RMSE SSE RSS MSD SquaredError MeanSquaredError", "", LOSS),
    _quantity("MAE SAE AbsoluteError MeanAbsoluteError", "", LOSS),
    _quantity("Huber SmoothL1", "", LOSS),
    _quantity("hinge", "", LOSS),
    _quantity("triplet", "", LOSS),
    _quantity("dice tversky", "", LOSS),
    _quantity("CTC", "", LOSS),
    _quantity("ELBO VLB", "", LOSS),
    _quantity("lasso", "", LOSS),
    _quantity("ridge", "", LOSS),
    _quantity("ElasticNet", "", LOSS),
    # Between distributions, and of one.
    _quantity("KL KLD DKL KLDiv KullbackLeibler RelativeEntropy RE kl", "D", DISTRIBUTIONS),
    _quantity("JS JSD DJS JensenShannon JSDiv js", "", DISTRIBUTIONS),
    _quantity("TV TVD DTV TotalVariation tv", "", DISTRIBUTIONS),
    _quantity("Wasserstein EMD", "W W_1 W_2 W_p", DISTRIBUTIONS),
    _quantity("Hellinger", "", DISTRIBUTIONS),
    _quantity("Bhattacharyya BC", "", DISTRIBUTIONS),
    _quantity("ChiSquare ChiSquared", "chi", DISTRIBUTIONS),
    _quantity("MMD", "", DISTRIBUTIONS),
    _quantity("Renyi", "", DISTRIBUTIONS),
    _quantity("entropy", "H", DISTRIBUTIONS),
    _quantity("MI PMI MutualInformation MutualInfo", "I", DISTRIBUTIONS),
    _quantity("perplexity PPL", "", DISTRIBUTIONS),
    _quantity("likelihood", "", DISTRIBUTIONS),
    _quantity("LogLikelihood LL", "", DISTRIBUTIONS),
    _quantity("prior", "", DISTRIBUTIONS),
    _quantity("posterior", "", DISTRIBUTIONS),
    _quantity("evidence MarginalLikelihood", "", DISTRIBUTIONS),
    # Activations and their kin.
    _quantity("sigmoid sigm logistic expit", "", ACTIVATION),
    _quantity("tanh", "", ACTIVATION),
    _quantity("softmax", "", ACTIVATION),
    _quantity("softmin", "", ACTIVATION),
    _quantity("sparsemax hardmax", "", ACTIVATION),
    _quantity("LogSoftmax", "", ACTIVATION),
    _quantity("LSE LogSumExp", "", ACTIVATION),
    _quantity("argmax onehot", "", ACTIVATION),
    _quantity("softplus", "", ACTIVATION),
    _quantity("softsign", "", ACTIVATION),
    _quantity("ReLU rectifier", "", ACTIVATION),
    _quantity("ReLU6", "", ACTIVATION),
    _quantity("LeakyReLU LReLU PReLU", "", ACTIVATION),
    _quantity("ELU", "", ACTIVATION),
    _quantity("SELU", "", ACTIVATION),
    _quantity("CELU", "", ACTIVATION),
    _quantity("GELU", "", ACTIVATION),
    _quantity("erf", "Phi", ACTIVATION),
    _quantity("SiLU Swish", "", ACTIVATION),
    _quantity("HardSwish", "", ACTIVATION),
    _quantity("HardSigmoid", "", ACTIVATION),
    _quantity("HardTanh", "", ACTIVATION),
    _quantity("Mish", "", ACTIVATION),
    _quantity("GLU SwiGLU GEGLU", "", ACTIVATION),
    _quantity("logit", "", ACTIVATION),
    # Layers.
    _quantity("BatchNorm BN BatchNormalization", "", NORM),
    _quantity("LayerNorm LN LayerNormalization", "", NORM),
    _quantity("RMSNorm T5Norm", "", NORM),
    _quantity("GroupNorm GN", "", NORM),
    _quantity("InstanceNorm", "", NORM),
    _quantity("WeightNorm", "", NORM),
    _quantity("RMS", "", NORM),
    _quantity("variance", "", NORM),
    _quantity("dropout"),
    _quantity("convolution conv conv2d CrossCorrelation"),
    _quantity("ResBlock ResidualBlock"),
    _quantity("PosteriorMean"),
    _quantity("MaxPool MaxPooling"),
    _quantity("AvgPool AvgPooling AveragePool MeanPool"),
    # Blocks, methods and measures of success.
    _quantity("Attention Attn", "", SETTING),
    _quantity("MHA MultiHead", "", SETTING),
    _quantity("FFN MLP", "", SETTING),
    _quantity("LSTM", "", SETTING),
    _quantity("GRU", "", SETTING),
    _quantity("RNN", "", SETTING),
    _quantity("CFG", "", SETTING),
    _quantity("AdamW", "", SETTING),
    _quantity("Adam", "", SETTING),
    _quantity("SGD", "", SETTING),
    _quantity("RMSProp", "", SETTING),
    _quantity("Adagrad", "", SETTING),
    _quantity("accuracy"),
    _quantity("precision"),
    _quantity("recall"),
    _quantity("F1 F1Score"),
    _quantity("AUC AUROC"),
    _quantity("IoU Jaccard"),
    _quantity("BLEU"),
    _quantity("ROUGE"),
    _quantity("FID"),
    _quantity("PSNR"),
    _quantity("SSIM"),
)


def _by(attribute: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for place, quantity in enumerate(QUANTITIES):
        for name in getattr(quantity, attribute):
            found.setdefault(name, set()).add(place)
    return {name: frozenset(places) for name, places in found.items()}


BY_NAME, BY_LETTER = _by("names"), _by("letters")
SETTINGS = frozenset(place for place, quantity in enumerate(QUANTITIES) if quantity.family == SETTING)


def named(word: str) -> frozenset[int]:
    """The quantities that a word names, whatever the question is about."""
    return BY_NAME.get(plain(word), frozenset())


def meant(letter: str, own: frozenset[int]) -> frozenset[int]:
    """The quantities that a letter stands for in a question about `own`."""
    families = {QUANTITIES[place].family for place in own}
    return frozenset(place for place in BY_LETTER.get(letter, ()) if QUANTITIES[place].family in families)


def is_loss(word: str) -> bool:
    """Whether a word names what is made small: a loss, or a divergence."""
    return any(QUANTITIES[place].family in (LOSS, DISTRIBUTIONS) for place in named(word))
