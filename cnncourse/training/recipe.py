"""The choices of a training run, as data: schedule, optimizer, loss.

A `Recipe` is frozen, so it can be printed, compared and kept in a record.
"""

import math
from dataclasses import dataclass, fields
from numbers import Real

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.checks import check_model
from cnncourse.errors import CourseError, unknown

FORMATS = {
    "channels_last": torch.channels_last,
    "contiguous": torch.contiguous_format,
}
CHOICES = {
    "optimizer": ("adamw", "sgd"),
    "schedule": ("constant", "cosine", "one-cycle", "step"),
    "precision": ("auto", "float32", "bfloat16"),
    "memory_format": tuple(FORMATS),
}
# Name, smallest and largest value, and what to try.
NUMBERS = (
    ("lr", 0, math.inf, "0.003 for adamw or 0.05 for sgd"),
    ("momentum", 0, 1, "0.9"),
    ("weight_decay", 0, math.inf, "0.0005"),
    ("label_smoothing", 0, 1, "0.1"),
    ("clip", 0, math.inf, "1.0, or 0 for no limit"),
    ("ema", 0, 1, "0.99, or 0 for none"),
    ("mixup", 0, 1_000, "0.2, or 0 for none"),
    ("cutmix", 0, 1_000, "1.0, or 0 for none"),
)


@dataclass(frozen=True, repr=False)
class Recipe:
    """Every choice of a training run.

    Attributes:
        epochs: passes over the training part.
        batch_size: pictures a step, over all processes together.
        optimizer: "adamw", or "sgd" with Nesterov's momentum.
        lr: the highest learning rate.
        momentum: of "sgd".
        weight_decay: not applied to biases and other vectors, so not to the
            scales of norms.
        schedule: "constant"; "cosine" from lr to 0; "one-cycle": straight
            up to lr in the first fifth of the steps, straight down to 0
            after it (after Smith and Topin 2018, arXiv:1708.07120, with the
            momentum held still); "step": a tenth after half of the steps, a
            hundredth after three quarters (He et al. 2016, section 4.2).
        label_smoothing: share of the label that is spread over all classes
            (Szegedy et al. 2016, arXiv:1512.00567, section 7).
        clip: largest norm of the gradient of all weights; 0 for no limit.
        ema: decay of a moving average of the weights, which is judged and
            kept in place of them; 0 for none. Early steps decay faster:
            (1 + n) / (10 + n) after n steps, where that is smaller.
        mixup, cutmix: alpha of `augmentation.mixup` and `cutmix`; 0 for
            none. With both, each batch gets one of them at random.
        patience: stop after so many epochs without a better validation
            accuracy, and go back to the best weights; 0 to train to the end.
        precision: of convolutions and linear layers; weights stay float32.
            "auto" means bfloat16 on a GPU and float32 on a CPU: there,
            results shall not depend on what the processor knows. One that
            knows bfloat16 took 0.5 to 0.65 of the time for seven of the nine
            networks of `benchmarks/training.py`, 0.95 and 1.1 for LeNet and
            MobileNetV2.
        memory_format: "channels_last" was the faster one for all nine in
            float32 on a CPU, and is what bfloat16 convolutions on a GPU want.
        sync_norms: whether batch norms of several processes share their
            statistics.

    Raises:
        CourseError: a choice that does not exist, or a number out of range.
    """

    epochs: int = 10
    batch_size: int = 128
    optimizer: str = "adamw"
    lr: float = 3e-3
    momentum: float = 0.9
    weight_decay: float = 0.0
    schedule: str = "one-cycle"
    label_smoothing: float = 0.0
    clip: float = 0.0
    ema: float = 0.0
    mixup: float = 0.0
    cutmix: float = 0.0
    patience: int = 0
    precision: str = "auto"
    memory_format: str = "channels_last"
    sync_norms: bool = False

    def __post_init__(self):
        for name, known in CHOICES.items():
            value = getattr(self, name)
            if not isinstance(value, str) or value not in known:
                raise unknown(name, value, known)
        for name, least in (("epochs", 1), ("batch_size", 1), ("patience", 0)):
            value = getattr(self, name)
            if type(value) is not int or not least <= value < 2**31:
                raise CourseError(
                    f"{name}={value!r} was given; a recipe needs a whole "
                    f"number of at least {least}; try {name}={least + 9}."
                )
        for name, low, high, remedy in NUMBERS:
            value = getattr(self, name)
            number = _plain(value)
            # An open end: none of these may be infinite, lr not zero.
            if not low <= number < high or (name == "lr" and number == 0):
                limits = f"from {low}" + (
                    f" to below {high}" if high < math.inf else " upwards"
                )
                raise CourseError(
                    f"{name}={value!r} was given; expected a number "
                    f"{limits}; try {remedy}."
                )
            object.__setattr__(self, name, number)
        if type(self.sync_norms) is not bool:
            raise CourseError(
                f"sync_norms={self.sync_norms!r} was given; expected True "
                "or False."
            )

    def __repr__(self) -> str:
        """Return what is chosen; what is switched off is left out."""
        shown = {field.name: getattr(self, field.name) for field in _FIELDS}
        if self.optimizer != "sgd":
            del shown["momentum"]
        chosen = (
            f"{name}={value!r}" for name, value in shown.items() if value
        )
        return f"Recipe({', '.join(chosen)})"

    def learning_rate(self, progress: float) -> float:
        """Return the learning rate when `progress` of 0 to 1 is done."""
        if not 0 <= _plain(progress) <= 1:
            raise CourseError(
                f"progress={progress!r} was given; expected a number from 0 "
                "to 1; try 0.5 for the middle of the training."
            )
        if self.schedule == "cosine":
            return self.lr * (1 + math.cos(math.pi * progress)) / 2
        if self.schedule == "one-cycle":
            return self.lr * min(progress / 0.2, (1 - progress) / 0.8)
        if self.schedule == "step":
            return self.lr * 0.1 ** ((progress >= 0.5) + (progress >= 0.75))
        return self.lr

    def optimizer_for(self, model: nn.Module) -> torch.optim.Optimizer:
        """Return the optimizer, with weight decay on matrices only.

        Raises:
            CourseError: the network has no weights to learn.
        """
        check_model(model)
        learn = [p for p in model.parameters() if p.requires_grad]
        if not learn:
            raise CourseError(
                "The network has no weights that learn; set requires_grad "
                "of some of its parameters to True."
            )
        matrices = [p for p in learn if _is_matrix(p)]
        others = [p for p in learn if not _is_matrix(p)]
        groups = [
            {"params": matrices, "weight_decay": self.weight_decay},
            {"params": others, "weight_decay": 0.0},
        ]
        if self.optimizer == "adamw":
            return torch.optim.AdamW(groups, lr=self.lr, fused=True)
        return torch.optim.SGD(
            groups,
            lr=self.lr,
            momentum=self.momentum,
            nesterov=self.momentum > 0,
            fused=True,
        )

    def low_precision(self, device: torch.device) -> bool:
        """Tell whether to compute in bfloat16 on this device."""
        if self.precision == "auto":
            return device.type == "cuda"
        return self.precision == "bfloat16"

    def arranged(self, tensor: Tensor) -> Tensor:
        """Return a batch of pictures in the chosen memory format."""
        return tensor.contiguous(memory_format=FORMATS[self.memory_format])

    def loss(
        self,
        model: nn.Module,
        outputs: Tensor | tuple[Tensor, ...],
        labels: Tensor,
    ) -> Tensor:
        """Return the mean loss of a batch.

        Args:
            model: may bring its own `criterion`; cross-entropy without it.
            outputs: of the network; a tuple where it has auxiliary heads,
                whose losses count `model.auxiliary_weight` each.
            labels: classes, or shares of classes.
        """
        if isinstance(outputs, tuple):
            weight = getattr(model, "auxiliary_weight", None)
            if weight is None:
                raise CourseError(
                    f"The network returns {len(outputs)} outputs in training "
                    "and does not say what the others than the first count; "
                    "try model.auxiliary_weight = 0.3."
                )
            main, *others = (
                self.loss(model, part, labels) for part in outputs
            )
            return main + weight * sum(others)
        own = getattr(model, "criterion", None)
        if own is not None:
            return own(outputs, labels)
        smoothing = self.label_smoothing
        return F.cross_entropy(outputs, labels, label_smoothing=smoothing)


_FIELDS = fields(Recipe)


def _plain(value: object) -> float:
    """Return a number as Python's own, which any file can hold; else nan."""
    if not isinstance(value, Real) or type(value) is bool:
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf


def _is_matrix(parameter: Tensor) -> bool:
    """Tell weights from biases and the scales of norms, whatever shape."""
    return parameter.squeeze().ndim > 1
