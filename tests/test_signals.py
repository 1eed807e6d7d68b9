"""Generated signals: same bytes everywhere, and answers that need corners."""

import numpy as np
import pytest
import torch
from test_shapes import digest
from torch.nn import functional as F

from cnncourse import datasets, summary
from cnncourse.architectures.context import BETWEEN, ContextNet
from cnncourse.datasets.signals import DIRECTIONS, signals
from cnncourse.errors import CourseError

CONTEXTS = (
    "none", "gates", "constant", "shuffled", "added", "dilated", "pooled",
    "deep", "groups", "hidden",
)  # fmt: skip

KNOWN = "a13b468cd6c3b1603c7a91844c2328a561715d6c175a2c84f3656c63c02e2ebd"


def test_bytes_are_the_known_ones():
    """A change here changes every recorded run."""
    assert digest(signals(300, size=14, seed=5)) == KNOWN


def test_the_answer_is_where_the_arrow_points_that_counts():
    p = signals(64, size=20, seed=3)
    tip = {"up": (0, 2), "right": (2, 4), "down": (4, 2), "left": (2, 0)}
    for image, layer, mask, label in zip(
        p.images, p.layers, p.masks, p.labels, strict=True
    ):
        red, _, blue = image[:, layer == 3].mean(1)
        counts = 1 if blue > red else 2
        assert np.array_equal(mask, layer == counts)
        assert image[:, layer == 1].min() > image[:, layer == 2].max()
        rows, columns = np.where(mask)
        arrow = mask[rows.min() :, columns.min() :][:5, :5]
        assert arrow.sum() == 9
        # The row or column of the tip is the one with a single pixel there.
        y, x = tip[DIRECTIONS[label]]
        assert arrow[y, x]
        middle = arrow[1, :].sum() if y != 2 else arrow[:, 1].sum()
        far = arrow[3, :].sum() if y != 2 else arrow[:, 3].sum()
        assert (middle > far) == (DIRECTIONS[label] in ("up", "left"))


def test_kinds_are_balanced_and_corners_differ():
    p = signals(640, seed=1)
    f = p.factors
    kinds = 16 * f["lamp"] + 4 * f["light"] + f["dark"]
    assert set(np.bincount(kinds.astype(int))) == {20}
    corners = np.stack([f[f"{k}_corner"] for k in ("light", "dark", "lamp")])
    assert all(len(set(column)) == 3 for column in corners.T)
    for name in ("light", "dark", "lamp"):  # alone it says little
        for value in np.unique(f[name]):
            shares = np.bincount(p.labels[f[name] == value]) / 640
            chance = 1.01 if name == "lamp" else 2.6
            assert shares.max() < chance * shares.mean()


def test_impossible_sizes_are_refused():
    with pytest.raises(CourseError, match=r"size=9.*need 10 pixels"):
        signals(3, size=9)


def test_load():
    data = datasets.load("signals", validation=0)
    assert data.classes == DIRECTIONS
    assert data.train.images.shape == (2_000, 3, 14, 14)
    assert len(data.test) == 1_000
    drawn = signals(1_000, size=14, seed=1)
    assert torch.equal(data.test.images, torch.from_numpy(drawn.images))
    both = {p.tobytes() for p in data.train.images.numpy()}
    assert not both & {p.tobytes() for p in data.test.images.numpy()}


# --- the network


def test_no_unit_of_the_control_sees_lamp_and_arrow():
    layers = torch.from_numpy(signals(200).layers)[:, None]
    model = ContextNet(context="none")
    (field, *_) = summary.receptive_field(model.features, (3, 14, 14))
    assert field == 5
    lamp, arrow = (
        F.max_pool2d(part.float(), field, 1, field // 2) > 0
        for part in (layers == 3, (layers == 1) | (layers == 2))
    )
    assert not (lamp & arrow).any()


def changes(context: str) -> torch.Tensor:
    """Return whether units that see an arrow change with the lamp."""
    torch.manual_seed(0)
    model = ContextNet(context=context).double().eval()
    p = signals(40, seed=7)
    data = datasets.load("signals", validation=0)
    images = torch.from_numpy(p.images)
    dark = images.clone()
    lamps = torch.from_numpy(p.layers == 3)
    dark[lamps[:, None].expand_as(dark)] = 115
    with torch.no_grad():
        one, other = (
            model.features(data.normalize(x).double()) for x in (images, dark)
        )
    moved = (one - other).abs().amax(1)
    arrows = torch.from_numpy((p.layers == 1) | (p.layers == 2))
    side = moved.shape[-1]
    reach = 5 if context in ("dilated", "deep") else 2
    seen = F.max_pool2d(arrows.float(), 2 * reach + 1, 1, reach)
    return (moved > 1e-9)[F.adaptive_max_pool2d(seen, side) > 0]


@pytest.mark.parametrize("context", ["none", "constant", "hidden"])
def test_without_context_the_lamp_changes_nothing_near_an_arrow(context):
    assert not changes(context).any()


@pytest.mark.parametrize(
    "context", ["gates", "added", "dilated", "pooled", "deep", "groups"]
)
def test_with_context_it_does(context):
    assert changes(context).float().mean() > 0.1


def test_shuffled_gates_come_from_the_neighbor():
    torch.manual_seed(0)
    model = ContextNet(context="shuffled").eval()
    own = ContextNet(context="gates").eval()
    own.load_state_dict(model.state_dict())
    x = torch.randn(3, 3, 14, 14)
    kept = []
    for m in (model, own):
        m.features[6].gate.register_forward_hook(
            lambda _, __, out: kept.append(out)
        )
    with torch.no_grad():
        before = model.features[:6](x)
        after = model.features[6](before)
        own.features[6](before)
    assert torch.equal(kept[0], kept[1])
    torch.testing.assert_close(after, before * kept[0][[2, 0, 1]])


@pytest.mark.parametrize("context", CONTEXTS)
def test_every_context_answers(context):
    model = ContextNet(num_classes=5, context=context, width=8)
    assert model(torch.randn(2, 3, 14, 14)).shape == (2, 5)
    extra = [
        m
        for m in model.modules()
        if context in BETWEEN
        and type(m).__name__
        in ("SqueezeExcitation", "ConstantGate", "ShuffledGate", "Added")
    ]
    assert len(extra) == (context in BETWEEN)


def test_equal_parts_have_equal_cost():
    costs = {
        c: summary.cost(ContextNet(context=c), (3, 14, 14)) for c in CONTEXTS
    }
    assert (
        costs["dilated"]
        == costs["none"]
        == (
            3 * 16 * 9 + 16 * 16 * 10 + 6 * 16 + 17 * 4,
            196 * (3 * 16 * 9 + 16 * 16 * 10) + 64,
        )
    )
    # Two layers of 8 and 16 units, with biases.
    assert costs["gates"][0] - costs["none"][0] == 2 * 16 * 8 + 24
    assert costs["gates"][1] - costs["none"][1] == 2 * 16 * 8
    assert costs["constant"][0] - costs["none"][0] == 16
