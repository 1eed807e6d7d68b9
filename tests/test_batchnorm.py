"""Our norms against PyTorch's, numbers and gradients, in float64.

The mutants are the modules' own source with one mistake put in: each has to
be reported by the comparison that passes without it.
"""

import copy
import inspect
import io
import types

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from reference import differences, randomize
from torch import nn
from torch.fx.experimental.optimization import fuse
from torch.nn.utils.fusion import fuse_conv_bn_eval

from cnncourse.architectures import batchnorm, norms, surgery
from cnncourse.architectures.batchnorm import BatchNorm1d, BatchNorm2d
from cnncourse.architectures.norms import (
    GroupNorm,
    InstanceNorm2d,
    LayerNorm,
    WeightStandardizedConv2d,
    _standardize,
)
from cnncourse.architectures.surgery import fold, swap_batchnorm
from cnncourse.errors import CourseError


def mutant(old: str, new: str, module=batchnorm) -> types.ModuleType:
    """Return a module with one place of its source changed."""
    source = inspect.getsource(module)
    assert source.count(old) == 1, f"{source.count(old)} times: {old}"
    changed = types.ModuleType("mutant")
    exec(compile(source.replace(old, new), "mutant", "exec"), changed.__dict__)
    return changed


def draw(*shape: int, seed: int = 0) -> torch.Tensor:
    generator = torch.Generator().manual_seed(seed)
    return torch.randn(shape, generator=generator, dtype=torch.float64)


def compare(ours: nn.Module, theirs: nn.Module, shape: tuple) -> list[str]:
    """Run both side by side and return what differs, step by step.

    Three steps of training, an evaluation with its gradients, one more step
    and evaluation: outputs, all gradients, all buffers.
    """
    randomize(theirs)
    ours.double().load_state_dict(theirs.state_dict())
    found = []
    for step, training in enumerate((True, True, True, False, True, False)):
        results = []
        for norm in (ours, theirs):
            norm.train(training).zero_grad()
            x = (2 + 3 * draw(*shape, seed=step)).requires_grad_()
            y = norm(x)
            y.backward(draw(*y.shape, seed=step + 10))
            grads = {f"d_{k}": p.grad for k, p in norm.named_parameters()}
            buffers = {k: b.clone() for k, b in norm.named_buffers()}
            results.append({"y": y, "d_x": x.grad, **grads, **buffers})
        assert results[0].keys() == results[1].keys()
        for key, expected in results[1].items():
            close = torch.allclose(results[0][key], expected, 1e-9, 1e-10)
            if not close or results[0][key].dtype != expected.dtype:
                found.append(f"{key} in step {step}")
    return found


def compare_batchnorm(
    module=batchnorm, shape=(4, 3, 5, 2), eps=0.3, **options
) -> list[str]:
    """Compare a module's batch norm with PyTorch's, for one input shape."""
    kind = "BatchNorm2d" if len(shape) == 4 else "BatchNorm1d"
    ours = getattr(module, kind)(shape[1], eps=eps, **options)
    theirs = getattr(nn, kind)(shape[1], eps=eps, **options)
    return compare(ours, theirs, shape)


@settings(max_examples=80, deadline=None, derandomize=True, database=None)
@given(
    batch=st.integers(1, 5),
    channels=st.integers(1, 4),
    space=st.lists(st.integers(1, 4), max_size=2),
    eps=st.sampled_from([1e-5, 1e-3, 0.5]),
    momentum=st.sampled_from([0.1, 0.37, 0.0, 1.0, None]),
    affine=st.booleans(),
    track_running_stats=st.booleans(),
)
def test_batchnorm_equals_torch(batch, channels, space, **options):
    values = batch
    for size in space:
        values *= size
    batch += values == 1  # one value has no variance
    assert compare_batchnorm(shape=(batch, channels, *space), **options) == []


def test_a_batch_of_one_picture_works():
    assert compare_batchnorm(shape=(1, 3, 4, 4)) == []


# fmt: off
MUTANTS = {
    "biased running variance": ("values / (values - 1)", "1"),
    "unbiased normalization": (
        "var = centered.square().mean(axes, keepdim=True)",
        "var = centered.var(axes, keepdim=True)",
    ),
    "epsilon added to the deviation": (
        "s = torch.sqrt(var + eps)", "s = var.sqrt() + eps",
    ),
    "epsilon added to the deviation, evaluation": (
        "torch.rsqrt(_widen(self.running_var) + self.eps)",
        "1 / (self.running_var.sqrt() + self.eps)",
    ),
    "epsilon of another layer": ("self.weight, self.bias, self.eps)\n        "
        "if", "self.weight, self.bias, 1e-5)\n        if"),
    "momentum swapped": ("else step * momentum", "else step * (1 - momentum)"),
    "no term of the mean": ("d_x = g - d_bias / n", "d_x = g - 0 * z"),
    "no term of the deviation": ("d_x -= z * (d_weight / n)", "pass"),
    "sign of that term": ("d_x -= z * (d_weight", "d_x += z * (d_weight"),
    "no weight": ("(z, weight / s)", "(z, 1 / s)"),
    "no 1 / deviation": ("(z, weight / s)", "(z, weight)"),
    "weight's gradient from x": ("(g * z).sum(", "(g * z / scale).sum("),
    "statistics over the batch only": (
        "axes = (0, *range(2, x.ndim))", "axes = (0,)",
    ),
    "batches not counted": ("num_batches_tracked += 1", "momentum"),
    "batch statistics in evaluation": ("if not self.training and", "if 0 and"),
    "running statistics in training": ("if not self.training and", "if"),
}
# fmt: on


@pytest.mark.parametrize("name", MUTANTS)
def test_the_comparison_sees(name):
    try:
        found = compare_batchnorm(mutant(*MUTANTS[name]))
    except RuntimeError as error:  # shapes no longer fit
        found = [str(error)]
    assert found


def test_cumulative_average_is_told_from_momentum():
    wrong = mutant("step / seen if", "step / (seen + 1) if")
    assert compare_batchnorm(wrong, momentum=None)


@pytest.mark.parametrize("shape", [(5, 3), (3, 2, 4), (2, 3, 2, 2)])
@pytest.mark.parametrize("affine", [True, False])
def test_gradcheck(shape, affine):
    x = draw(*shape).requires_grad_()
    weight = draw(shape[1], seed=1).requires_grad_() if affine else None
    bias = draw(shape[1], seed=2).requires_grad_() if affine else None

    def output(*inputs):
        return batchnorm.batch_norm(*inputs, 1e-3)[0]

    assert torch.autograd.gradcheck(output, (x, weight, bias))


def test_gradient_by_hand_equals_autograd():
    x = draw(4, 3, 5, 5).requires_grad_()
    by_hand = batchnorm.batch_norm(x, None, None, 1e-5)[0]
    plain = _standardize(x, (0, 2, 3), 1e-5)
    torch.testing.assert_close(by_hand, plain)
    sent = draw(4, 3, 5, 5, seed=1)
    (a,), (b,) = (
        torch.autograd.grad(y, x, sent, retain_graph=True)
        for y in (by_hand, plain)
    )
    torch.testing.assert_close(a, b)


def test_the_gradient_has_no_mean_and_no_part_along_the_output():
    x = (3 * draw(6, 2, 4, 4)).requires_grad_()
    z = batchnorm.batch_norm(x, None, None, 0.0)[0]
    (gradient,) = torch.autograd.grad(z, x, draw(*x.shape, seed=1))
    assert gradient.sum((0, 2, 3)).abs().max() < 1e-12
    assert (gradient * z).sum((0, 2, 3)).abs().max() < 1e-12
    assert gradient.abs().max() > 0.1


def test_double_backward_is_refused():
    x = draw(4, 2).requires_grad_()
    y = BatchNorm1d(2).double()(x)
    (gradient,) = torch.autograd.grad(y.pow(3).sum(), x, create_graph=True)
    with pytest.raises(RuntimeError, match="once_differentiable"):
        gradient.sum().backward()


def far_errors(module) -> tuple[float, float, float]:
    """Return the largest errors of float32 around 3000, deviation 1.

    Of the training output, the evaluation output, the running variance;
    against float64 on the same numbers.
    """
    x = (3000 + draw(32, 4, 16, 16)).float()
    norm, exact = module.BatchNorm2d(4), nn.BatchNorm2d(4).double()
    pairs = []
    for training in (True, False):
        norm.train(training), exact.train(training)
        pairs.append((norm(x), exact(x.double())))
        exact.load_state_dict(norm.state_dict())
    mean, var = x.double().mean((0, 2, 3)), x.double().var((0, 2, 3))
    torch.testing.assert_close(norm.running_mean, (0.1 * mean).float())
    pairs.append((norm.running_var, 0.9 + 0.1 * var))
    return tuple(float((a - b).detach().abs().max()) for a, b in pairs)


def test_far_from_zero_float32_keeps_its_digits():
    training, evaluation, variance = far_errors(batchnorm)
    assert training < 2e-3  # eight units in the last place of 3000
    assert evaluation < 1e-3  # of outputs around 2700
    assert variance < 1e-6


def test_the_textbook_variance_loses_them():
    wrong = mutant(
        "var = centered.square().mean(axes, keepdim=True)",
        "var = x.square().mean(axes, keepdim=True) - mean.square()",
    )
    training, _, variance = far_errors(wrong)
    assert not training < 1e-1  # nan: the variance came out negative
    assert not variance < 1e-2


def test_channels_last_stays_channels_last():
    x = draw(2, 3, 4, 5)
    sent = draw(2, 3, 4, 5, seed=1)
    results = []
    for layout in (torch.contiguous_format, torch.channels_last):
        norm = randomize(BatchNorm2d(3))
        image = x.clone(memory_format=layout).requires_grad_()
        y = norm(image)
        y.backward(sent.clone(memory_format=layout))
        assert y.is_contiguous(memory_format=layout)
        assert image.grad.is_contiguous(memory_format=layout)
        assert norm.eval()(image).is_contiguous(memory_format=layout)
        results.append([y, image.grad, *norm.buffers(), norm.weight.grad])
    for a, b in zip(*results, strict=True):
        torch.testing.assert_close(a, b)


def test_expanded_and_strided_gradients():
    norm, other = BatchNorm2d(3).double(), nn.BatchNorm2d(3).double()
    for reduce in (lambda y: y.sum(), lambda y: y[:, :, ::2].pow(2).sum()):
        x = draw(4, 3, 6, 6).transpose(2, 3).requires_grad_()
        y = draw(4, 3, 6, 6).transpose(2, 3).requires_grad_()
        reduce(norm(x)).backward()
        reduce(other(y)).backward()
        torch.testing.assert_close(x.grad, y.grad)


@pytest.mark.parametrize("affine", [True, False])
def test_an_inplace_relu_may_follow(affine):
    gradients = []
    for kind in (BatchNorm2d, nn.BatchNorm2d):
        x = draw(3, 2, 4, 4).requires_grad_()
        norm = kind(2, affine=affine).double()
        nn.ReLU(inplace=True)(norm(x)).square().sum().backward()
        gradients.append(x.grad)
    torch.testing.assert_close(*gradients)


@pytest.mark.parametrize("dtype", [torch.bfloat16, torch.float16])
@pytest.mark.parametrize("half_parameters", [True, False])
@pytest.mark.parametrize("training", [True, False])
def test_half_precision_is_computed_in_float32(
    dtype, half_parameters, training
):
    """The output is float32's, rounded once; the statistics are exact."""
    norm = BatchNorm2d(3).train(training)
    norm = norm.to(dtype) if half_parameters else norm
    exact = copy.deepcopy(norm).double()
    x = (100 + draw(8, 3, 9, 9)).to(dtype).requires_grad_()
    wide = x.detach().double().requires_grad_()
    sent = draw(*x.shape, seed=1).to(dtype)
    y, expected = norm(x), exact(wide)
    y.backward(sent)
    expected.backward(sent.double())
    assert (y.dtype, x.grad.dtype) == (dtype, dtype)
    assert norm.weight.grad.dtype == norm.weight.dtype
    ulp = torch.finfo(dtype).eps
    torch.testing.assert_close(y.double(), expected, rtol=ulp, atol=1e-5)
    torch.testing.assert_close(x.grad.double(), wide.grad, rtol=ulp, atol=1e-5)
    if not half_parameters:
        torch.testing.assert_close(
            norm.running_var.double(), exact.running_var, rtol=1e-5, atol=0
        )


def test_autocast():
    """Half precision from the convolution, float32 parameters, as in torch."""
    x = draw(8, 3, 8, 8).float()
    results = []
    for kind in (BatchNorm2d, nn.BatchNorm2d):
        torch.manual_seed(0)
        net = nn.Sequential(nn.Conv2d(3, 4, 3), kind(4))
        with torch.autocast("cpu", torch.bfloat16):
            y = net(x)
            y.square().mean().backward()
        assert y.dtype == torch.bfloat16
        assert net[1].running_var.dtype == torch.float32
        results.append((y, net[0].weight.grad, net[1].running_var))
    for a, b in zip(*results, strict=True):
        torch.testing.assert_close(a, b, rtol=2e-2, atol=2e-3)


def test_statistics_carry_no_history():
    norm = BatchNorm2d(3)
    x = torch.randn(2, 3, 4, 4, requires_grad=True)
    for _ in range(2):
        norm(x).sum().backward()  # a second backward would raise
    assert not any(b.requires_grad for b in norm.buffers())
    assert int(norm.num_batches_tracked) == 2
    with torch.no_grad():
        norm(x)
    assert int(norm.num_batches_tracked) == 3  # train() decides, not grad
    before = copy.deepcopy(norm.state_dict())
    norm.eval()(x)
    assert all(torch.equal(b, before[k]) for k, b in norm.state_dict().items())


@pytest.mark.parametrize("affine", [True, False])
@pytest.mark.parametrize("track_running_stats", [True, False])
def test_state_dict_is_that_of_torch(affine, track_running_stats):
    options = {"affine": affine, "track_running_stats": track_running_stats}
    ours, theirs = BatchNorm2d(3, **options), nn.BatchNorm2d(3, **options)
    ours(torch.randn(2, 3, 4, 4))
    assert list(ours.state_dict()) == list(theirs.state_dict())
    file = io.BytesIO()
    torch.save(ours.state_dict(), file)
    file.seek(0)
    theirs.load_state_dict(torch.load(file))
    for key, value in copy.deepcopy(ours).state_dict().items():
        assert torch.equal(value, theirs.state_dict()[key])
        assert value.dtype == theirs.state_dict()[key].dtype
    ours.load_state_dict(nn.BatchNorm2d(3, **options).state_dict())


def test_moves_take_the_buffers_along():
    norm = BatchNorm2d(3, momentum=None).to("meta")
    assert all(t.is_meta for t in norm.state_dict().values())
    y = norm(torch.empty(2, 3, 4, 4, device="meta"))
    assert y.is_meta and y.shape == (2, 3, 4, 4)
    assert norm.eval()(y).is_meta
    norm = BatchNorm2d(3).double()
    assert norm.running_var.dtype == torch.float64
    assert norm.num_batches_tracked.dtype == torch.int64


@pytest.mark.parametrize(
    ("norm", "shape", "words"),
    [
        (BatchNorm2d(8), (4, 8), "N x C x H x W with C = 8"),
        (BatchNorm2d(8), (8, 4, 4), "N x C x H x W"),
        (BatchNorm2d(8), (2, 4, 4, 8), r"\(2, 4, 4, 8\).*C = 8"),
        (BatchNorm1d(8), (4, 8, 2, 2), "N x C or N x C x L"),
        (BatchNorm1d(8), (1, 8), "drop_last=True"),
        (BatchNorm2d(8), (1, 8, 1, 1), "each channel 1 value"),
        (BatchNorm2d(8), (0, 8, 3, 3), "each channel 0 value"),
        (
            BatchNorm2d(8, track_running_stats=False).eval(),
            (1, 8, 1, 1),
            "each channel 1 value",
        ),
        (GroupNorm(4, 8), (2, 6, 3, 3), "C = 8"),
        (GroupNorm(8, 8), (2, 8), "one value"),
        (InstanceNorm2d(8), (2, 8, 3), "N x C x H x W"),
        (InstanceNorm2d(8), (2, 8, 1, 1), "one value"),
        (LayerNorm((4, 3)), (2, 4, 4), r"last axes \(4, 3\)"),
        (LayerNorm(1), (2, 1), "one value"),
        (WeightStandardizedConv2d(1, 4, 1), (2, 1, 3, 3), "one value"),
        (WeightStandardizedConv2d(4, 4, 1, groups=4), (2, 4, 3, 3), "one"),
    ],
)
def test_errors_explain(norm, shape, words):
    with pytest.raises(CourseError, match=words):
        norm(torch.randn(shape))


def test_a_refused_batch_leaves_the_statistics():
    norm = BatchNorm2d(3)
    with pytest.raises(CourseError):
        norm(torch.randn(1, 3, 1, 1))
    assert int(norm.num_batches_tracked) == 0
    assert norm.eval()(torch.randn(1, 3, 1, 1)).isfinite().all()


def test_epsilon_cannot_be_given_by_position():
    with pytest.raises(CourseError, match="too many positional"):
        BatchNorm2d(8, 8)


def test_groups_that_do_not_divide():
    with pytest.raises(CourseError, match="divisor of 10"):
        GroupNorm(4, 10)


# fmt: off
RELATIVES = {
    "layer, one axis": ((3, 6), LayerNorm, nn.LayerNorm, (6,), {}),
    "layer, three axes": (
        (3, 2, 4, 5), LayerNorm, nn.LayerNorm, ((2, 4, 5),), {"eps": 0.1},
    ),
    "layer, no weight": (
        (3, 2, 6), LayerNorm, nn.LayerNorm, (6,),
        {"elementwise_affine": False},
    ),
    "group": ((3, 6, 4, 5), GroupNorm, nn.GroupNorm, (3, 6), {"eps": 0.1}),
    "group, vectors": ((3, 6), GroupNorm, nn.GroupNorm, (2, 6), {}),
    "group, sequences": ((3, 6, 7), GroupNorm, nn.GroupNorm, (1, 6), {}),
    "group, no weight": (
        (3, 6, 4, 5), GroupNorm, nn.GroupNorm, (6, 6), {"affine": False},
    ),
    "instance": (
        (3, 6, 4, 5), InstanceNorm2d, nn.InstanceNorm2d, (6,), {},
    ),
    "instance, weight": (
        (1, 6, 4, 5), InstanceNorm2d, nn.InstanceNorm2d, (6,),
        {"affine": True, "eps": 0.1},
    ),
}
# fmt: on


def compare_relative(name: str, module=norms) -> list[str]:
    shape, ours, theirs, sizes, options = RELATIVES[name]
    ours = getattr(module, ours.__name__)(*sizes, **options)
    return compare(ours, theirs(*sizes, **options), shape)


@pytest.mark.parametrize("name", RELATIVES)
def test_relatives_equal_torch(name):
    assert compare_relative(name) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("torch.rsqrt(variance + eps)", "1 / (variance.sqrt() + eps)"),
        ("centered.square().mean(axes", "centered.var(axes"),
        ("(self.num_groups, -1))", "(-1, self.num_groups))"),
    ],
)
def test_the_comparison_of_relatives_sees(old, new):
    assert compare_relative("group", mutant(old, new, norms))


def test_group_norm_keeps_channels_last():
    x = draw(2, 6, 4, 5).contiguous(memory_format=torch.channels_last)
    y = GroupNorm(2, 6).double()(x)
    assert y.is_contiguous(memory_format=torch.channels_last)


@pytest.mark.parametrize("norm", [GroupNorm(2, 4), LayerNorm((4, 3, 3))])
def test_relatives_compute_half_precision_in_float32(norm):
    x = 100 + draw(2, 4, 3, 3)
    x = x.bfloat16()
    expected = copy.deepcopy(norm).double()(x.double())
    y = norm(x)
    assert y.dtype == torch.bfloat16
    torch.testing.assert_close(y.double(), expected, rtol=2**-7, atol=1e-5)


def compare_weight_standardized(module=norms) -> list[str]:
    """Compare with timm's layer, with kernels as small as epsilon."""
    timm = pytest.importorskip("timm.layers")
    theirs = timm.StdConv2d(4, 6, 3, 2, groups=2, bias=True, eps=1e-4)
    ours = module.WeightStandardizedConv2d(
        4, 6, 3, stride=2, padding=1, groups=2, eps=1e-4
    )
    with torch.no_grad():
        randomize(theirs).weight.mul_(0.05)
    ours.double().load_state_dict(theirs.state_dict())
    x = draw(2, 4, 7, 7)
    return differences(ours, theirs, x)


def test_weight_standardized_convolution_equals_timm():
    assert compare_weight_standardized() == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("self.weight, (1, 2, 3), self", "self.weight, (2, 3), self"),
        ("(1, 2, 3), self.eps)", "(1, 2, 3), 0.0)"),
        ("centered.square().mean(axes", "centered.var(axes"),
    ],
)
def test_the_comparison_of_kernels_sees(old, new):
    assert compare_weight_standardized(mutant(old, new, norms))


def test_weight_standardized_convolution_is_a_convolution():
    layer = WeightStandardizedConv2d(3, 4, (3, 1), bias=False)
    assert isinstance(layer, nn.Conv2d)
    assert list(layer.state_dict()) == ["weight"]
    traced = torch.fx.symbolic_trace(layer)
    x = torch.randn(2, 3, 5, 5)
    torch.testing.assert_close(traced(x), layer(x))
    with torch.no_grad():
        shifted = copy.deepcopy(layer)
        shifted.weight.mul_(7).add_(2)
    torch.testing.assert_close(shifted(x), layer(x), rtol=1e-3, atol=1e-3)
    half = layer.bfloat16()(x.bfloat16())
    assert half.dtype == torch.bfloat16


CONVOLUTIONS = [
    {},
    {"bias": False},
    {"groups": 2, "dilation": 2, "padding": 2},
    {"stride": 2, "padding": 1, "padding_mode": "reflect", "bias": False},
]


def trained_pair(kind=nn.BatchNorm2d, *, affine=True, **options):
    conv = randomize(nn.Conv2d(4, 6, 3, **options))
    norm = randomize(kind(6, eps=0.1, affine=affine), seed=1)
    return conv.eval(), norm.eval()


def fold_gap(module, kind, affine=True, **options) -> float:
    conv, norm = trained_pair(kind, affine=affine, **options)
    x = draw(2, 4, 9, 9)
    with torch.no_grad():
        folded, expected = module.fold(conv, norm)(x), norm(conv(x))
    return float((folded - expected).abs().max() / expected.std())


@pytest.mark.parametrize("options", CONVOLUTIONS)
@pytest.mark.parametrize("kind", [nn.BatchNorm2d, BatchNorm2d])
@pytest.mark.parametrize("affine", [True, False])
def test_fold_keeps_the_outputs(kind, affine, options):
    assert fold_gap(surgery, kind, affine, **options) < 1e-12


@pytest.mark.parametrize("options", CONVOLUTIONS)
def test_fold_equals_torch(options):
    conv, norm = trained_pair(**options)
    before = copy.deepcopy(conv.state_dict())
    ours, theirs = fold(conv, norm), fuse_conv_bn_eval(conv, norm)
    torch.testing.assert_close(ours.state_dict(), theirs.state_dict())
    torch.testing.assert_close(conv.state_dict(), before)  # as it was
    assert not ours.training


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("else norm.weight * scale", "else scale"),
        ("torch.rsqrt(var + norm.eps)", "torch.rsqrt(var)"),
        ("(before - mean)", "(-mean)"),
        ("(before - mean) * scale", "(before - mean)"),
    ],
)
def test_the_comparison_of_folding_sees(old, new):
    assert fold_gap(mutant(old, new, surgery), nn.BatchNorm2d) > 1e-3


@pytest.mark.parametrize(
    ("conv", "norm", "words"),
    [
        (nn.ConvTranspose2d(4, 4, 3), BatchNorm2d(4).eval(), "ConvTranspose"),
        (nn.Conv1d(4, 4, 3), nn.BatchNorm1d(4).eval(), "Conv1d"),
        (WeightStandardizedConv2d(4, 4, 3), BatchNorm2d(4).eval(), "Weight"),
        (nn.Conv2d(4, 4, 3), nn.GroupNorm(2, 4).eval(), "GroupNorm"),
        (nn.Conv2d(4, 6, 3), BatchNorm2d(4).eval(), "output channels"),
        (nn.Conv2d(4, 4, 3), BatchNorm2d(4), "eval()"),
        (nn.Conv2d(4, 4, 3), nn.BatchNorm2d(4), "eval()"),
        (
            nn.Conv2d(4, 4, 3),
            BatchNorm2d(4, track_running_stats=False).eval(),
            "tracks",
        ),
    ],
)
def test_fold_refuses(conv, norm, words):
    with pytest.raises(CourseError, match=words):
        fold(conv, norm)


class Small(nn.Module):
    """Two places for one norm, a nested one, and a one-dimensional one."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 4, 3)
        self.norm = nn.BatchNorm2d(4, eps=0.01, momentum=0.3)
        self.again = self.norm
        self.body = nn.Sequential(nn.Conv2d(4, 4, 3), nn.BatchNorm2d(4))
        self.head = nn.Linear(4, 5)
        self.out = nn.BatchNorm1d(5, affine=False, momentum=None)

    def forward(self, x):
        x = self.again(self.norm(self.stem(x)).relu())
        return self.out(self.head(self.body(x).relu().mean((2, 3))))


def test_swapped_network_equals_torch():
    model = randomize(Small())
    swapped = swap_batchnorm(copy.deepcopy(model))
    assert not any(
        type(m).__module__.endswith("torch.nn.modules.batchnorm")
        for m in swapped.modules()
    )
    assert swapped.norm is swapped.again
    assert list(swapped.state_dict()) == list(model.state_dict())
    images = draw(4, 3, 8, 8)
    assert differences(swapped, model, images, check_settings=False) == []


def test_swap_hands_the_parameters_over():
    model = Small()
    model.norm.weight.requires_grad_(False)
    model.body.eval()
    weight, kept = model.body[1].weight, model.norm.weight
    assert swap_batchnorm(model) is model
    assert model.body[1].weight is weight and not model.body[1].training
    assert model.norm.weight is kept and not kept.requires_grad
    assert model.norm.training and model.norm.momentum == 0.3
    alone = nn.BatchNorm2d(3)
    assert type(swap_batchnorm(alone)) is BatchNorm2d
    assert type(swap_batchnorm(nn.SyncBatchNorm(3))) is nn.SyncBatchNorm


def test_whole_networks_are_folded_by_torch():
    """The function that `fold` recommends exists and does it."""
    model = randomize(nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)))
    images = draw(2, 3, 5, 5)
    folded = fuse(model.eval())
    torch.testing.assert_close(folded(images), model(images))
    assert not any(isinstance(m, nn.BatchNorm2d) for m in folded.modules())


def test_a_network_learns_with_it():
    torch.manual_seed(0)
    net = nn.Sequential(
        nn.Linear(8, 32), BatchNorm1d(32), nn.ReLU(), nn.Linear(32, 4)
    )
    x, labels = torch.randn(64, 8), torch.arange(64) % 4
    optimizer = torch.optim.Adam(net.parameters(), 0.02)
    for _ in range(60):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(x), labels).backward()
        optimizer.step()
    assert (net(x).argmax(1) == labels).float().mean() > 0.95
