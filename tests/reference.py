"""Compare one of our networks with an independent implementation.

Two fresh networks agree even where one is wrong, so weights and buffers are
randomized first. Everything is compared in float64, relative to the spread
of the reference: outputs in evaluation, outputs and gradients in training,
buffers after a training pass, and the settings of layers.
"""

import torch
from torch import Tensor, nn

TOLERANCE = 1e-9
# fmt: off
SETTINGS = (
    "eps", "momentum", "p", "ceil_mode", "kernel_size", "stride", "padding",
    "dilation", "groups", "count_include_pad", "num_groups",
)
# fmt: on


@torch.no_grad()
def randomize(model: nn.Module, seed: int = 0) -> nn.Module:
    """Fill parameters and buffers with numbers that make mistakes visible."""
    draw = torch.Generator().manual_seed(seed)
    model.double()
    for name, tensor in model.state_dict().items():
        if not tensor.is_floating_point():
            continue
        noise = torch.randn(tensor.shape, generator=draw, dtype=torch.float64)
        if name.endswith("running_var"):
            tensor.copy_(0.5 + noise.abs())
        elif tensor.ndim >= 2:
            tensor.copy_(noise * (1.5 / tensor[0].numel()) ** 0.5)
        elif name.endswith("weight"):
            tensor.copy_(1 + 0.2 * noise)
        else:
            tensor.copy_(0.3 * noise)
    return model


@torch.no_grad()
def copy_by_order(source: nn.Module, target: nn.Module) -> None:
    """Copy parameters and buffers one by one where the names differ."""
    theirs = list(source.state_dict().values())
    ours = list(target.state_dict().values())
    assert [t.shape for t in theirs] == [t.shape for t in ours]
    for a, b in zip(theirs, ours, strict=True):
        b.copy_(a)


def settings(model: nn.Module) -> list[tuple]:
    """Return what hooks cannot see: epsilon, momentum, dropout, ceil_mode."""
    kinds = (
        nn.modules.batchnorm._BatchNorm,
        nn.modules.dropout._DropoutNd,
        nn.modules.pooling._MaxPoolNd,
        nn.modules.pooling._AvgPoolNd,
        nn.modules.conv._ConvNd,
        nn.GroupNorm,
        nn.LocalResponseNorm,
    )
    return [
        (
            [k.__name__ for k in kinds if isinstance(m, k)],
            {k: _plain(getattr(m, k, None)) for k in SETTINGS},
        )
        for m in model.modules()
        if isinstance(m, kinds)
    ]


def _plain(value):
    pair = isinstance(value, tuple) and len(set(value)) == 1
    return value[0] if pair else value


def _tensors(output) -> list[Tensor]:
    if isinstance(output, Tensor):
        return [output]
    if isinstance(output, dict):
        output = output.values()
    return [t for part in output if part is not None for t in _tensors(part)]


def _gap(ours: Tensor, theirs: Tensor) -> float:
    if ours.shape != theirs.shape:
        return float("inf")
    ours, theirs = ours.detach(), theirs.detach()
    spread = theirs.double().std() if theirs.numel() > 1 else theirs.abs()
    gap = (ours - theirs).abs().max() / spread.clamp_min(1e-3)
    return float(gap) if gap == gap else float("inf")


def differences(
    ours: nn.Module,
    theirs: nn.Module,
    images: Tensor,
    *,
    check_settings: bool = True,
    tolerance: float = TOLERANCE,
) -> list[str]:
    """Return what differs between two networks that share their weights.

    Parameters and buffers are paired by order. `images` is float64 and
    needs at least two pictures, for batch statistics. An empty list means
    equal; tests of mutants ask for a list that is not empty.
    """
    found = []
    if check_settings and settings(ours) != settings(theirs):
        found.append("settings of the layers")
    try:
        with torch.no_grad():
            a, b = (_tensors(m.eval()(images)) for m in (ours, theirs))
        if b[0].std(0).max() < 1e-6:
            raise AssertionError("the reference ignores its input")
        if len(a) != len(b):
            found.append(f"{len(a)} outputs, not {len(b)}")
        pairs = zip(a, b, strict=False)
        if any(_gap(x, y) > tolerance for x, y in pairs):
            found.append("outputs in evaluation")
        passes = []
        for model in (ours, theirs):
            model.train().zero_grad()
            torch.manual_seed(0)  # the same dropout masks
            outputs = _tensors(model(images))
            weights = torch.Generator().manual_seed(1)
            loss = sum(
                (t * torch.randn(t.shape, generator=weights).double()).sum()
                for t in outputs
            )
            loss.backward()
            grads = [p.grad for p in model.parameters()]
            passes.append((outputs, grads, list(model.buffers())))
    except RuntimeError as error:
        return [*found, f"it does not run: {error}"]
    for what, a, b in zip(
        ("outputs in training", "gradients", "buffers"), *passes, strict=True
    ):
        a, b = ([t for t in ts if t is not None] for ts in (a, b))
        if len(a) != len(b) or any(
            _gap(x, y) > tolerance
            for x, y in zip(a, b, strict=True)
            if y.is_floating_point()
        ):
            found.append(what)
    return found
