"""Shapes, costs and receptive fields, against arithmetic and measurement."""

import copy
import random
import re
import threading
import time
from functools import partial
from html.parser import HTMLParser

import numpy as np
import pytest
import torch
import torchinfo
import torchvision
from torch import nn
from torch.nn import functional as F
from torch.utils.flop_counter import FlopCounterMode

from cnncourse import architectures, summary
from cnncourse.errors import CourseError

PICTURE = (3, 224, 224)
NETWORKS = {
    "resnet18": torchvision.models.resnet18,
    "googlenet": lambda: torchvision.models.googlenet(
        aux_logits=False, init_weights=False
    ),
    "densenet121": torchvision.models.densenet121,
    "mobilenet_v2": torchvision.models.mobilenet_v2,
    "convnext_tiny": torchvision.models.convnext_tiny,
}


def meta(build):
    with torch.device("meta"):
        return build().eval()


@pytest.fixture(scope="module", params=NETWORKS)
def network(request):
    model = meta(NETWORKS[request.param])
    return model, summary.layer_table(model, PICTURE)


class Branches(nn.Module):
    """A 7x7 path, a 1x7 path and a shortcut, concatenated and added."""

    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(2, 4, 3, stride=2, padding=1)
        self.wide = nn.Sequential(
            nn.Conv2d(4, 2, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(2, 2, 3, padding=2, dilation=2),
        )
        self.flat = nn.Conv2d(4, 2, (1, 7), padding=(0, 3))

    def forward(self, x):
        x = F.relu(self.stem(x))
        joined = torch.cat([self.wide(x), self.flat(x)], 1)
        return F.max_pool2d(joined + x, 2)


class Gate(nn.Module):
    """Squeeze and excitation: every place depends on the whole picture."""

    def __init__(self):
        super().__init__()
        self.conv = nn.Conv2d(2, 4, 3, padding=1)
        self.excite = nn.Conv2d(4, 4, 1)

    def forward(self, x):
        x = self.conv(x)
        return x * torch.sigmoid(self.excite(x.mean((2, 3), keepdim=True)))


class Cropped(nn.Module):
    """A step down, a step up, and a shortcut cut off at the border."""

    def __init__(self, up: nn.Module):
        super().__init__()
        self.down = nn.Sequential(nn.MaxPool2d(2), nn.Conv2d(2, 2, 3))
        self.up, self.last = up, nn.Conv2d(4, 2, 3)

    def forward(self, x):
        y = self.up(self.down(x))
        return self.last(torch.cat([x[:, :, 2:-2, 2:-2], y], 1))


@torch.no_grad()
def measured_field(
    model: nn.Module, input_size: tuple, layer: str = ""
) -> tuple[int, ...]:
    """Return the receptive field, measured: the largest of any place.

    Picture i of a batch has "not a number" in row i, then in column i. No
    weight, maximum or ReLU hides it, unlike a gradient. The border of the
    input limits the result. The batch suits small networks and inputs.
    """
    model, seen, sizes = copy.deepcopy(model).double().eval(), [], []
    part = model.get_submodule(layer)
    part.register_forward_hook(lambda m, args, output: seen.append(output))
    for axis, n in enumerate(input_size[1:], 2):
        x = torch.zeros(n, *input_size, dtype=torch.double)
        x.diagonal(0, 0, axis).fill_(torch.nan)
        model(x)
        hit = seen.pop().isnan().any(1).view(n, -1)  # picture, place
        order = torch.arange(1, n + 1)[:, None]
        ends = (hit * order).amax(0) + (hit * order.flip(0)).amax(0)
        sizes.append(int(ends.max()) - n)
    return tuple(sizes)


def stack(*layers):
    return nn.Sequential(*layers)


# fmt: off
FIELDS = {
    "5x5 then 3x3": (stack(nn.Conv2d(2, 2, 5), nn.Conv2d(2, 2, 3)), (7, 7)),
    "stride and dilation": (
        stack(
            nn.Conv2d(2, 3, 3, stride=2, padding=1), nn.ReLU(),
            nn.MaxPool2d(3, 2, padding=1, dilation=1), nn.Tanh(),
            nn.Conv2d(3, 2, 3, padding=2, dilation=2),
        ),
        (3 + 2 * 2 + 4 * 4,) * 2,
    ),
    "branches": (Branches(), (17, 17)),
    "1x7": (stack(nn.Conv2d(2, 2, (1, 7))), (1, 7)),
    "negative padding": (
        stack(nn.ZeroPad2d(-3), nn.Conv2d(2, 2, 3)), (3, 3),
    ),
    "transposed": (
        Cropped(nn.ConvTranspose2d(2, 2, 2, stride=2)), (8, 8),
    ),
    "nearest": (Cropped(nn.Upsample(scale_factor=2)), (8, 8)),
    "bilinear": (
        Cropped(nn.Upsample(scale_factor=2, mode="bilinear")), (10, 10),
    ),
    "norm over channels": (
        stack(nn.Conv2d(2, 6, 3), nn.BatchNorm2d(6), nn.LocalResponseNorm(3)),
        (3, 3),
    ),
}
# fmt: on


@pytest.mark.parametrize("case", FIELDS)
def test_analytic_field_is_the_measured_one(case):
    model, expected = FIELDS[case]
    size = (2, 40, 40)
    assert summary.receptive_field(model, size) == expected
    assert measured_field(model, size) == expected


@pytest.mark.parametrize("name", ["lenet5", "lenet5_modern"])
def test_fields_of_lenet(name):
    model = architectures.create(name)
    layers = ["c1", "s2", "c3", "s4", "c5"]
    if name == "lenet5_modern":
        layers = [f"features.{i}" for i in (0, 2, 3, 5)]
    found = [summary.receptive_field(model, (1, 32, 32), n) for n in layers]
    assert [f[0] for f in found] == [5, 6, 14, 16, 32][: len(layers)]
    for layer, field in zip(layers, found, strict=True):
        measured = measured_field(model, (1, 32, 32), layer)
        assert measured == field
    if name == "lenet5_modern":
        assert summary.receptive_field(model, (1, 32, 32)) == (None, None)
        measured = measured_field(model, (1, 32, 32))
        assert measured == (32, 32)


@pytest.mark.parametrize("seed", range(12))
def test_random_stacks(seed):
    draw = random.Random(seed)
    layers = []
    for _ in range(draw.randint(2, 5)):
        k, s, d = draw.randint(1, 4), draw.randint(1, 2), draw.randint(1, 2)
        p = draw.randint(0, k // 2)
        layers.append(
            draw.choice(
                [
                    nn.Conv2d(1, 1, (k, 3), s, p, d),
                    nn.MaxPool2d(k, s, p, d),
                    nn.AvgPool2d(k, s, p),
                    nn.ReLU(),
                    nn.ConvTranspose2d(1, 1, 2, stride=2),
                ]
            )
        )
    model, size = nn.Sequential(*layers), (1, 48, 48)
    field = summary.receptive_field(model, size)
    assert measured_field(model, size) == field


@pytest.mark.parametrize(
    "model",
    [
        Gate(),
        stack(nn.Conv2d(2, 4, 3), nn.GroupNorm(2, 4)),
        stack(nn.Conv2d(2, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten()),
    ],
    ids=["gate", "group norm", "global pooling"],
)
def test_a_global_branch_sees_everything(model):
    assert summary.receptive_field(model, (2, 12, 12)) == (None, None)
    measured = measured_field(model, (2, 12, 12))
    assert measured == (12, 12)


def test_fields_of_networks_by_hand():
    """One, plus (kernel - 1) times the jump before it for every layer."""
    alexnet = 1 + 10 + 2 * 4 + 4 * 8 + 2 * 8 + 3 * 2 * 16 + 2 * 16
    vgg16 = 1 + 2 * (2 + 2 * 2 + 3 * 4 + 3 * 8 + 3 * 16) + 31
    resnet18 = 1 + 6 + 4 + 2 * (4 * 4 + 4 + 3 * 8 + 8 + 3 * 16 + 16 + 3 * 32)
    pictures = {
        "resnet18": ("layer4", resnet18),
        "alexnet": ("features", alexnet),
        "vgg16": ("features", vgg16),
    }
    for name, (layer, expected) in pictures.items():
        model = meta(getattr(torchvision.models, name))
        found = summary.receptive_field(model, PICTURE, layer)
        assert found == (expected, expected), name


def test_lenet5_by_hand():
    table = summary.layer_table(summary.on_meta("lenet5"), (1, 32, 32))
    macs = {row.name: row.macs for row in table.rows if row.macs}
    assert macs == {
        "c1": 28 * 28 * 6 * 25,
        "c3": 10 * 10 * 96 * 25,  # zeros are multiplied too
        "c5": 400 * 120,
        "f6": 120 * 84,
    }
    assert table.macs == sum(macs.values()) == 415_680
    assert table.parameters == 60_000
    parameters = {r.name: r.parameters for r in table.rows if r.parameters}
    assert parameters == {
        "c1": 156,
        "s2": 12,
        "c3": 1_516,
        "s4": 32,
        "c5": 48_120,
        "f6": 10_164,
    }
    assert table["s4"].kind == "SubSampling"
    assert table["s4"].shape == (16, 5, 5)
    assert table["s4"].field == (16, 16) and table["s4"].jump == (4, 4)


def test_lenet5_modern_by_hand():
    table = summary.layer_table(summary.on_meta("lenet5_modern"), (1, 32, 32))
    assert (table.macs, table.parameters) == (416_520, 61_706)
    assert table["features.3"].macs == 100 * 16 * 6 * 25
    grouped = summary.layer_table(
        summary.on_meta("lenet5_modern"), (1, 32, 32), depth=1
    )
    assert [row.name for row in grouped.rows] == ["features", "head"]
    assert grouped["features"].shape == (16, 5, 5)
    assert (grouped.macs, grouped.parameters) == (416_520, 61_706)


def test_totals_are_those_of_the_libraries(network):
    model, table = network
    with torch.device("meta"), FlopCounterMode(display=False) as counter:
        model(torch.empty(1, *PICTURE))
    assert 2 * table.macs == counter.get_total_flops()
    assert table.parameters == sum(p.numel() for p in model.parameters())
    for depth in (1, 2):
        grouped = summary.layer_table(model, PICTURE, depth=depth)
        assert len(grouped.rows) < len(table.rows)
        assert sum(row.macs for row in grouped.rows) == table.macs
        assert sum(r.parameters for r in grouped.rows) == table.parameters


def test_shapes_are_those_of_torchinfo(network):
    model, table = network
    kinds = (nn.Conv2d, nn.BatchNorm2d, nn.MaxPool2d, nn.Linear)
    theirs = [
        tuple(row.output_size[1:])
        for row in torchinfo.summary(
            model, (1, *PICTURE), verbose=0, device="meta"
        ).summary_list
        if isinstance(row.module, kinds)
    ]
    if isinstance(model, torchvision.models.ConvNeXt):
        pytest.skip("its blocks are rows: they own a scale")
    names = [kind.__name__ for kind in kinds]
    ours = [row.shape for row in table.rows if row.kind in names]
    assert ours == theirs and len(ours) > 20


def test_channels_last_is_place_by_place():
    model = meta(NETWORKS["convnext_tiny"])
    # 4x4 stride 4; three 7x7 at jump 4; 2x2; three at 8; 2x2; nine at 16;
    # 2x2; three at 32.
    field = 4 + 3 * 24 + 4 + 3 * 48 + 8 + 9 * 96 + 16 + 3 * 192
    assert summary.receptive_field(model, PICTURE, "features") == (field,) * 2


def test_calls_sharing_and_rest():
    class Twice(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 1, 3, bias=False)
            self.unused = nn.Linear(3, 3)

        def forward(self, x):
            return self.conv(self.conv(x))

    table = summary.layer_table(Twice(), (1, 9, 9))
    assert [(r.name, r.parameters, r.macs) for r in table.rows] == [
        ("conv", 9, 49 * 9),
        ("conv (call 2)", 0, 25 * 9),
        ("not run", 12, 0),
    ]
    assert table["conv (call 2)"].field == (5, 5)
    assert table.parameters == 21


def test_grouping_passes_lists_that_are_never_called():
    class Listed(nn.Module):
        def __init__(self):
            super().__init__()
            self.parts = nn.ModuleList(nn.Conv2d(1, 1, k) for k in (1, 3))
            self.last = stack(nn.Conv2d(1, 2, 3), nn.ReLU())

        def forward(self, x):
            for part in self.parts:
                x = part(x)
            return self.last(x)

    for model, depth, prefix in (
        (Listed(), 1, ""),
        (stack(Listed()), 2, "0."),
    ):
        table = summary.layer_table(model, (1, 9, 9), depth=depth)
        found = [row.name for row in table.rows]
        assert found == [prefix + n for n in ("parts.0", "parts.1", "last")]
        assert [row.shape for row in table.rows] == [
            (1, 9, 9),
            (1, 7, 7),
            (2, 5, 5),
        ]


def test_a_layer_that_does_nothing_is_a_step_of_its_own():
    class Late(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv, self.drop = nn.Conv2d(1, 1, 1), nn.Dropout()

        def forward(self, x):
            x = self.conv(x)
            return self.drop(x) + x

    steps = summary.Trace(Late(), (1, 4, 4)).steps
    assert [(s.name, s.inputs) for s in steps] == [
        ("input", ()),
        ("conv", (0,)),
        ("drop", (1,)),
        ("add", (2, 1)),
    ]


def test_operations_without_modules_are_rows():
    table = summary.layer_table(Branches(), (2, 40, 40))
    kinds = {row.name: row.kind for row in table.rows}
    assert kinds["cat"] == "concat" and kinds["add"] == "add"
    assert kinds["relu"] == "ReLU"
    assert kinds["max_pool2d_with_indices"] == "max pool"
    assert table["max_pool2d_with_indices"].jump == (4, 4)
    assert table["flat"].field == (3, 15)
    assert "3x15" in str(table)


def test_the_model_is_left_as_it_was():
    model = architectures.create("lenet5_modern").train()
    model.features.eval()
    before = {k: v.clone() for k, v in model.state_dict().items()}
    summary.layer_table(model, (1, 32, 32))
    assert model.training and not model.features.training
    assert all(v.equal(before[k]) for k, v in model.state_dict().items())
    assert not model.features[0]._forward_hooks


def test_errors_name_what_to_do():
    model = summary.on_meta("lenet5_modern")
    with pytest.raises(CourseError, match="32x32"):
        summary.layer_table(model, (1, 28, 28))
    with pytest.raises(CourseError, match=r"features\.3"):
        summary.receptive_field(model, (1, 32, 32), "feature.3")
    with pytest.raises(CourseError, match="did you mean"):
        summary.layer_table(model, (1, 32, 32))["features.9"]
    with pytest.raises(CourseError, match="height, width"):
        summary.layer_table(stack(nn.Conv2d(3, 1, 3)), (1, 8, 8))


def test_html_is_an_accessible_table():
    class Reader(HTMLParser):
        tags, attributes = (), ()

        def handle_starttag(self, tag, attributes):
            self.tags += (tag,)
            self.attributes += ((tag, dict(attributes)),)

    table = summary.layer_table(summary.on_meta("lenet5"), (1, 32, 32))
    text, reader = table._repr_html_(), Reader()
    reader.feed(text)
    scopes = [a["scope"] for tag, a in reader.attributes if tag == "th"]
    assert scopes == ["col"] * 7 + ["row"] * (len(table.rows) + 1)
    assert reader.tags.count("caption") == 1
    box = reader.attributes[0][1]
    assert box["class"] == "cnn-table" and "overflow-x:auto" in box["style"]
    assert box["tabindex"] == "0" and box["aria-label"] == table.caption
    assert "415,680" in text and "Conv2d" in text
    assert not re.search(r"#[0-9a-f]{3}|black|white(?!-space)", text)
    assert text == table._repr_html_()


def test_text_is_aligned():
    lines = str(
        summary.layer_table(summary.on_meta("lenet5"), (1, 32, 32))
    ).splitlines()
    assert lines[0] == "LeNet5, input 1x32x32"
    assert lines[2].split() == (
        ["c1", "Conv2d", "6x28x28", "156", "117,600", "5", "1"]
    )
    ends = {line.rindex(",") for line in lines[2:] if "," in line[40:]}
    assert len(ends) == 1


@pytest.mark.parametrize("case", ["lenet5", "strided and dilated", "branch"])
def test_analytic_field_is_the_one_gradients_see(case):
    """The third way: which pixels change one output in the middle."""
    torch.manual_seed(0)
    side = 48
    if case == "lenet5":
        model = architectures.create("lenet5")
        layer, module, side = "c5", model.c5, 32
    elif case == "branch":
        model = nn.Sequential(nn.Conv2d(1, 2, 3), Branches())
        layer, module = "", model
    else:
        model = nn.Sequential(
            nn.Conv2d(1, 4, 5, stride=2),
            nn.Tanh(),
            nn.Conv2d(4, 4, 3, dilation=3),
            nn.AvgPool2d(2),
        )
        layer, module = "", model
    seen = []
    module.register_forward_hook(lambda m, args, out: seen.append(out))
    x = torch.rand(1, 1, side, side, requires_grad=True)
    model.double()(x.double())
    out = seen[0].abs().sum(1)[0]
    out[out.shape[0] // 2, out.shape[1] // 2].backward()
    extents = []
    for axis in (0, 1):
        hit = x.grad[0, 0].abs().amax(1 - axis).nonzero()
        extents.append(int(hit.max() - hit.min()) + 1)
    found = summary.receptive_field(model, (1, side, side), layer)
    assert found == tuple(extents)


@pytest.mark.parametrize("name", ["lenet5", "googlenet", "se_resnet_mini_32"])
def test_cost_is_the_total_of_the_table(name):
    model = summary.on_meta(name)
    size = architectures.info(name).input_size
    table = summary.layer_table(model, size)
    assert summary.cost(model, size) == (table.parameters, table.macs)
    assert model.training


class Slow(nn.Module):
    """A layer whose calls move a clock by the given seconds."""

    def __init__(self, tick, seconds):
        super().__init__()
        self.tick, self.seconds = tick, seconds

    def forward(self, x):
        if not x.is_meta:
            self.tick(self.seconds.pop(0))
        return x * 1


def test_time_goes_to_the_layer_that_takes_it(monkeypatch):
    clock = [0]

    def tick(seconds):
        clock[0] += seconds

    class Late(nn.Module):
        def __init__(self):
            super().__init__()
            self.conv = nn.Conv2d(1, 1, 1)
            # Two calls a pass; the first pass is slow, the third an outlier.
            self.twice = Slow(tick, [9, 9, 1, 2, 50, 60, 1, 2])
            self.last = Slow(tick, [9, 4, 4, 4])

        def forward(self, x):
            x = self.twice(self.twice(self.conv(x)))
            return torch.cat([self.last(x), x])

    model = Late().train()
    monkeypatch.setattr(time, "perf_counter", lambda: clock[0])
    table = summary.time_layers(model, (1, 4, 4), batch=2, repeats=3)
    assert [(row.name, row.seconds) for row in table.rows] == [
        ("conv", 0),
        ("twice", 1),
        ("twice (call 2)", 2),
        ("last", 4),
        ("cat", None),
    ]
    assert table.seconds == 1 + 2 + 4
    assert model.training and not model.conv._forward_hooks
    lines = str(table).splitlines()
    assert lines[1].endswith("ms") and lines[-2].endswith("–")
    plain = summary.layer_table(model, (1, 4, 4))
    assert "ms" not in str(plain) and plain.seconds is None
    assert table._repr_html_().count("<td>") == 7 * 6


def test_time_needs_numbers():
    with pytest.raises(CourseError, match="meta device"):
        summary.time_layers(summary.on_meta("lenet5"), (1, 32, 32))


# Networks of students, and sizes that no picture has


class Returns(nn.Module):
    """One convolution, and whatever the given function makes of it."""

    def __init__(self, function):
        super().__init__()
        self.conv, self.function = nn.Conv2d(1, 2, 3), function

    def forward(self, x):
        return self.function(self.conv, x)


# fmt: off
ODD = {
    "dictionary": lambda conv, x: {"maps": conv(x)},
    "nothing": lambda conv, x: (conv(x), None)[1],
    "nested": lambda conv, x: ([conv(x)], {"x": x}),
    "by name": lambda conv, x: conv(input=x),
    "noise": lambda conv, x: conv(x) + torch.randn(1, 2, 6, 6),
}
FAILS = {
    "raises": lambda conv, x: 1 / 0,
    "key": lambda conv, x: {}["maps"],
    "reads values": lambda conv, x: conv(x) if x.mean() > 0 else x,
    "no argument": lambda conv, x: conv(),
    "NumPy": lambda conv, x: x.numpy(),
}
# fmt: on
QUESTIONS = [
    summary.layer_table,
    summary.cost,
    summary.receptive_field,
    partial(summary.time_layers, repeats=1),
]


@pytest.mark.parametrize("name", ODD)
def test_whatever_a_network_returns_its_layers_are_told(name):
    model, size = Returns(ODD[name]), (1, 8, 8)
    table = summary.layer_table(model, size)
    assert (table["conv"].parameters, table["conv"].macs) == (20, 36 * 18)
    assert table["conv"].shape == (2, 6, 6) and table["conv"].field == (3, 3)
    steps = summary.Trace(model, size).steps
    assert [s.inputs for s in steps if s.name == "conv"] == [(0,)]
    assert summary.cost(model, size) == (20, 36 * 18)
    assert summary.receptive_field(model, size, "conv") == (3, 3)
    assert summary.time_layers(model, size, repeats=1)["conv"].seconds


@pytest.mark.parametrize("ask", QUESTIONS)
def test_networks_that_do_not_run_are_told(ask):
    locked = nn.Sequential(nn.Conv2d(1, 2, 3))
    locked.lock = threading.Lock()  # which cannot be copied
    for model in (*map(Returns, FAILS.values()), nn.Module(), locked):
        with pytest.raises(CourseError, match="does not run"):
            ask(model, (1, 8, 8))
    plain = nn.Conv2d(1, 2, 3)
    for model in (
        torch.jit.script(plain),
        nn.Sequential(torch.jit.script(plain)),
    ):
        with pytest.raises(CourseError, match="scripted"):
            ask(model, (1, 8, 8))
    with pytest.raises(CourseError, match="lazy"):
        ask(nn.Sequential(nn.LazyConv2d(2, 3)), (1, 8, 8))


@pytest.mark.parametrize("ask", QUESTIONS)
@pytest.mark.parametrize(
    "size",
    [
        None,
        "1x8x8",
        8,
        (8, 8),
        (1, 1, 8, 8),
        (0, 8, 8),
        (1, -8, 8),
        (True, 8, 8),
        (1.0, 8, 8),
        (1, 10**9, 8),
        (10**9, 8, 8),
        (3, 8, 8),
        (1, 2, 2),
        torch.zeros(1, 8, 8),
        np.array([1, 8, 8]),
    ],
)
def test_sizes_that_no_picture_has_are_refused(ask, size):
    with pytest.raises(CourseError, match="channels, height, width"):
        ask(nn.Conv2d(1, 2, 3), size)


def test_a_list_and_numbers_of_numpy_are_a_size():
    size = [np.int64(1), 8, torch.Size([8])[0]]
    assert summary.cost(nn.Conv2d(1, 2, 3), size) == (20, 36 * 18)


@pytest.mark.parametrize(
    "options",
    [
        {"depth": 0},
        {"depth": True},
        {"batch": 0},
        {"batch": 10**9},
        {"repeats": 0},
        {"repeats": 10**9},
        {"repeats": 1.5},
    ],
)
def test_wrong_options_of_a_table_are_refused(options):
    model = nn.Sequential(nn.Conv2d(1, 2, 3))
    with pytest.raises(CourseError, match="whole number from 1 to"):
        summary.time_layers(model, (1, 8, 8), **options)


@pytest.mark.parametrize(
    "network",
    [
        lambda pad, mode: nn.Sequential(pad(2), nn.Conv2d(1, 4, 3)),
        lambda pad, mode: nn.Sequential(
            nn.Conv2d(1, 2, 3, stride=2), pad(1), nn.Conv2d(2, 4, 3)
        ),
        lambda pad, mode: nn.Sequential(
            nn.Conv2d(1, 4, 5, padding=2, padding_mode=mode), nn.MaxPool2d(2)
        ),
    ],
)
def test_circular_padding_counts_as_padding_with_zeros_does(network):
    """It fills a new tensor part by part, which must not hide a layer."""
    rows = [
        [
            (row.shape, row.parameters, row.macs, row.field, row.jump)
            for row in summary.layer_table(network(*kind), (1, 12, 12)).rows
        ]
        for kind in ((nn.CircularPad2d, "circular"), (nn.ZeroPad2d, "zeros"))
    ]
    assert rows[0] == rows[1] and all(shape for shape, *_ in rows[0])


class Filled(nn.Module):
    """Two convolutions that write into one tensor."""

    def __init__(self):
        super().__init__()
        self.small = nn.Conv2d(1, 2, 3, padding=1)
        self.large = nn.Conv2d(1, 2, 5, padding=2)
        self.mix = nn.Conv2d(4, 1, 1)

    def forward(self, x):
        maps = x.new_zeros(len(x), 4, *x.shape[2:])
        maps[:, :2] = self.small(x)
        maps[:, 2:] = self.large(x)
        return self.mix(maps)


def test_a_tensor_that_is_filled_sees_what_its_parts_see():
    row = summary.layer_table(Filled(), (1, 8, 8))["mix"]
    assert (row.shape, row.macs) == ((1, 8, 8), 256)
    assert (row.field, row.jump) == ((5, 5), (1, 1))
