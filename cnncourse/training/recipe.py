"""The choices of a training run, as data: schedule, optimizer, loss.

A `Recipe` is frozen, so it can be printed, compared and kept in a record.
"""

import math
from dataclasses import dataclass, fields
from typing import Annotated, Literal

import torch
from pydantic import Field
from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, told
from cnncourse.kinds import Count, Model, NotNegative, Share, Whole

FORMATS = {
    "channels_last": torch.channels_last,
    "contiguous": torch.contiguous_format,
}
Rate = Annotated[
    float, Field(gt=0, examples=["0.003 for adamw, lr=0.05 for sgd"])
]
Part = Annotated[float, Field(ge=0, lt=1)]
Alpha = Annotated[float, Field(ge=0, lt=1_000)]


@door
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

    epochs: Count = 10
    batch_size: Count = 128
    optimizer: Literal["adamw", "sgd"] = "adamw"
    lr: Rate = 3e-3
    momentum: Part = 0.9
    weight_decay: NotNegative = 0.0
    schedule: Literal["constant", "cosine", "one-cycle", "step"] = "one-cycle"
    label_smoothing: Part = 0.0
    clip: NotNegative = 0.0
    ema: Part = 0.0
    mixup: Alpha = 0.0
    cutmix: Alpha = 0.0
    patience: Whole = 0
    precision: Literal["auto", "float32", "bfloat16"] = "auto"
    memory_format: Literal["channels_last", "contiguous"] = "channels_last"
    sync_norms: bool = False

    def __repr__(self) -> str:
        """Return what is chosen; what is switched off is left out."""
        shown = {field.name: getattr(self, field.name) for field in _FIELDS}
        if self.optimizer != "sgd":
            del shown["momentum"]
        chosen = (
            f"{name}={value!r}" for name, value in shown.items() if value
        )
        return f"Recipe({', '.join(chosen)})"

    def learning_rate(self, progress: Share) -> float:
        """Return the learning rate when `progress` of 0 to 1 is done."""
        if self.schedule == "cosine":
            return self.lr * (1 + math.cos(math.pi * progress)) / 2
        if self.schedule == "one-cycle":
            return self.lr * min(progress / 0.2, (1 - progress) / 0.8)
        if self.schedule == "step":
            return self.lr * 0.1 ** ((progress >= 0.5) + (progress >= 0.75))
        return self.lr

    def optimizer_for(self, model: Model) -> torch.optim.Optimizer:
        """Return the optimizer, with weight decay on matrices only.

        Raises:
            CourseError: the network has no weights to learn.
        """
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
        with told(
            f"{shown(tensor)} is no batch of pictures",
            "Expected (count, channels, height, width).",
        ):
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
        with told(
            f"outputs={shown(outputs)} do not go with labels={shown(labels)}",
            "Expected (count, classes) and (count,), the class of each.",
        ):
            return F.cross_entropy(outputs, labels, label_smoothing=smoothing)


_FIELDS = fields(Recipe)


def answers(model: nn.Module, outputs: Tensor) -> Tensor:
    """Return the class of each output, unchecked: a check awaits the GPU."""
    return getattr(model, "predict", lambda o: o.argmax(1))(outputs)


def _is_matrix(parameter: Tensor) -> bool:
    """Tell weights from biases and the scales of norms, whatever shape."""
    return parameter.squeeze().ndim > 1
