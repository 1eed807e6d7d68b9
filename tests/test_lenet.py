"""LeNet-5 against the paper of 1998 and against NumPy."""

import numpy as np
import pytest
import torch
from networks import count

from cnncourse.architectures import create, lenet
from cnncourse.errors import CourseError

# Table I of the paper, a column per map of C3: the maps of S2 it reads.
# fmt: off
PAPER_TABLE = [
    {0, 1, 2}, {1, 2, 3}, {2, 3, 4}, {3, 4, 5}, {0, 4, 5}, {0, 1, 5},
    {0, 1, 2, 3}, {1, 2, 3, 4}, {2, 3, 4, 5}, {0, 3, 4, 5}, {0, 1, 4, 5},
    {0, 1, 2, 5}, {0, 1, 3, 4}, {1, 2, 4, 5}, {0, 2, 3, 5},
    {0, 1, 2, 3, 4, 5},
]
# fmt: on


@pytest.fixture
def network():
    torch.manual_seed(0)
    return create("lenet5")


def test_parameters_of_every_layer(network):
    layers = ("c1", "s2", "c3", "s4", "c5", "f6", "output")
    counts = [count(getattr(network, name)) for name in layers]
    assert counts == [156, 12, 1_516, 32, 48_120, 10_164, 0]
    assert sum(counts) == count(network) == 60_000
    assert count(create("lenet5_modern")) == 61_706


def test_c3_reads_the_maps_of_table_one(network):
    read = [set() for _ in range(16)]
    c3 = network.c3
    pairs = zip(c3.target.tolist(), c3.source.tolist(), strict=True)
    for target, source in pairs:
        read[target].add(source)
    assert read == PAPER_TABLE


def test_c3_depends_on_just_these_maps(network):
    maps = torch.rand(1, 6, 14, 14, requires_grad=True)
    outputs = network.c3(maps)
    for index, read in enumerate(PAPER_TABLE):
        (gradient,) = torch.autograd.grad(
            outputs[0, index].sum(), maps, retain_graph=True
        )
        seen = gradient[0].abs().sum((1, 2)).nonzero().flatten()
        assert set(seen.tolist()) == read


def numpy_forward(network, image):
    """The forward pass, written a second time, slowly."""
    p = {k: v.double().numpy() for k, v in network.state_dict().items()}

    def squash(x):
        return 1.7159 * np.tanh(2 * x / 3)

    def convolve(x, weight, bias, reads):
        k = weight.shape[-1]
        side = x.shape[1] - k + 1
        out = np.zeros((len(reads), side, side))
        for m, sources in enumerate(reads):
            for n, source in enumerate(sources):
                for i in range(side):
                    for j in range(side):
                        patch = x[source, i : i + k, j : j + k]
                        out[m, i, j] += (patch * weight[m][n]).sum()
            out[m] += bias[m]
        return out

    def subsample(x, coefficient, bias):
        sums = x[:, ::2, ::2] + x[:, 1::2, ::2]
        sums = sums + x[:, ::2, 1::2] + x[:, 1::2, 1::2]
        return sums * coefficient.reshape(-1, 1, 1) + bias.reshape(-1, 1, 1)

    x = image.double().numpy()
    x = squash(convolve(x, p["c1.weight"], p["c1.bias"], [[0]] * 6))
    x = squash(subsample(x, p["s2.coefficient"], p["s2.bias"]))
    reads = [sorted(maps) for maps in PAPER_TABLE]
    ends = np.cumsum([len(r) for r in reads])[:-1]
    kernels = [k[None] for k in np.split(p["c3.weight"], ends)]
    bias = p["c3.bias"]
    x = [
        convolve(x, kernels[m], bias[m : m + 1], [reads[m]]) for m in range(16)
    ]
    x = squash(np.concatenate(x))
    x = squash(subsample(x, p["s4.coefficient"], p["s4.bias"]))
    x = squash(
        p["c5.weight"].reshape(120, 400) @ x.reshape(400) + p["c5.bias"]
    )
    x = squash(p["f6.weight"].reshape(84, 120) @ x + p["f6.bias"])
    return ((x - p["output.bitmaps"]) ** 2).sum(1)


def distance_to_numpy(network, mutate=lambda network: None):
    """Return the largest gap to NumPy, relative to the spread."""
    image = torch.randn(1, 32, 32, dtype=torch.float64)
    with torch.no_grad():
        for parameter in network.parameters():
            parameter.mul_(2).add_(0.1 * torch.randn_like(parameter))
        network.double()
        expected = numpy_forward(network, image)
        mutate(network)
        ours = network(image[None])[0].numpy()
    return np.abs(ours - expected).max() / expected.std()


def test_forward_equals_numpy(network):
    assert distance_to_numpy(network) < 1e-9


@pytest.mark.parametrize(
    "mutate",
    [
        lambda n: setattr(n, "c3_tanh", torch.nn.Tanh()),
        lambda n: setattr(n, "s2_tanh", torch.nn.Identity()),
        lambda n: setattr(n.s4, "average", torch.nn.MaxPool2d(2)),
        lambda n: n.c3.source.copy_(n.c3.source.roll(1)),
        lambda n: n.output.bitmaps.copy_(n.output.bitmaps.roll(1, 1)),
    ],
    ids=["unscaled", "no squashing", "maximum", "table", "bitmaps"],
)
def test_mutants_differ_from_numpy(network, mutate):
    assert distance_to_numpy(network, mutate) > 1e-3


def test_rbf_distances_by_hand():
    codes = torch.zeros(1, 84, 1, 1)
    assert lenet.RBFOutput()(codes).flatten().tolist() == [84.0] * 10
    bitmaps = lenet.read_bitmaps().flatten(1)
    distances = lenet.RBFOutput()(bitmaps[:, :, None, None]).flatten(1)
    # Each pixel in which two bitmaps differ adds 2 squared.
    differ = (bitmaps[:, None] != bitmaps).sum(2)
    assert torch.equal(distances, 4.0 * differ)
    assert differ[~torch.eye(10, dtype=bool)].min() >= 9


def test_losses_equal_numpy():
    draw = np.random.default_rng(0)
    y, labels = draw.uniform(0, 9, (7, 10)), draw.integers(0, 10, 7)
    right = y[np.arange(7), labels]
    tensors = torch.from_numpy(y), torch.from_numpy(labels)
    assert np.isclose(lenet.distance_loss(*tensors).item(), right.mean())
    for j in (0.5, 1.0, 20.0):
        rivals = np.log(np.exp(-j) + np.exp(-y).sum(1))
        loss = lenet.map_loss(*tensors, j=j).item()
        assert np.isclose(loss, (right + rivals).mean())


def test_map_loss_pushes_wrong_classes_away():
    y = torch.full((1, 10), 3.0, requires_grad=True)
    lenet.map_loss(y, torch.tensor([4])).backward()
    assert y.grad[0, 4] > 0
    assert (y.grad[0, [i for i in range(10) if i != 4]] < 0).all()


def test_scan_equals_windows(network):
    canvas = torch.randn(2, 1, 48, 64)
    with torch.no_grad():
        answers = network.scan(canvas)
        assert answers.shape == (2, 10, 5, 9)
        window = network(canvas[:, :, 8:40, 20:52])
    assert torch.allclose(answers[:, :, 2, 5], window, atol=1e-3)


def test_modern_options():
    network = create(
        "lenet5_modern",
        num_classes=3,
        in_channels=2,
        activation=torch.nn.Tanh,
        pooling=torch.nn.AvgPool2d,
    )
    assert network(torch.zeros(4, 2, 32, 32)).shape == (4, 3)
    kinds = [type(module) for module in network.modules()]
    assert kinds.count(torch.nn.Tanh) == 4
    assert kinds.count(torch.nn.AvgPool2d) == 2


@pytest.mark.parametrize(
    ("images", "hint"),
    [
        (torch.zeros(1, 32, 32), r"batch axis: images\[None\]"),
        (torch.zeros(1, 3, 32, 32), "Convert the pictures to 1 channel"),
        (torch.zeros(1, 1, 28, 28), "Resize or pad the pictures to 32x32"),
        (torch.zeros(1, 1, 32, 32, dtype=torch.uint8), "images.float"),
        ([1, 2], r"got \[1, 2\]\. Turn the pictures into a tensor"),
    ],
)
def test_wrong_input_says_what_fits(network, images, hint):
    with pytest.raises(CourseError, match=hint) as raised:
        network(images)
    assert "lenet5 takes a float tensor" in str(raised.value)
