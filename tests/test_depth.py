"""Gradients by depth, blocks taken out, slices and gates."""

import pytest
import torch
from torch.nn import functional as F

from cnncourse import datasets
from cnncourse.architectures import create
from cnncourse.errors import CourseError
from cnncourse.runs import PLANS, depth
from cnncourse.runs.lists import resnet as chapter
from cnncourse.runs.measures import MEASURES
from cnncourse.training import right


@pytest.fixture(scope="module")
def data():
    return datasets.load("digits", size=8, validation=0)


def network(name: str, **options):
    torch.manual_seed(0)
    return create(name, in_channels=1, width=4, **options)


def test_gradients_are_those_of_the_loss(data):
    model = network("resnet20", depth=8)
    before = {k: v.clone() for k, v in model.state_dict().items()}
    found = depth.gradients(model, data)
    after = model.state_dict()
    assert all(torch.equal(v, after[k]) for k, v in before.items())
    assert len(found) == 7
    images = data.normalize(data.train.images[:128])
    F.cross_entropy(model.train()(images), data.train.labels[:128]).backward()
    last = model.stage3[0].conv2.weight
    size = (last.grad.norm() / last.norm()).log10()
    assert torch.isclose(found[-1], size, atol=1e-4)


def test_deep_plain_gradients_grow_toward_the_input(data):
    rise = {}
    for name in ("plain56", "resnet56"):
        found = depth.gradients(network(name), data)
        rise[name] = float(found[0] - found[-1])
    assert rise["plain56"] > 3 > 2.5 > rise["resnet56"]


def test_gradients_need_a_convolution(data):
    with pytest.raises(CourseError, match=r"no nn\.Conv2d"):
        depth.gradients(create("mlp"), data)


def test_a_block_taken_out_leaves_its_shortcut(data):
    few = data.test[:20]
    data = type(data)(**{**vars(data), "test": few})
    for name in ("resnet20", "plain20"):
        model = network(name, depth=14).eval()
        images = data.normalize(few.images)
        with torch.no_grad():
            x = model.stage1(model.stem(model.conv(images)))
            x = model.stage2[0](x)  # and not stage2[1]
            answers = model.head(model.stage3(x).mean((2, 3))).argmax(1)
        found = depth.removed(model, data, ["stage2.1"])
        assert torch.equal(found, answers == few.labels)
        if name == "resnet20":  # where the shape changes, the zeros stay
            depth.removed(model, data, ["stage2.0"])
        else:
            with pytest.raises(CourseError):
                depth.removed(model, data, ["stage2.0"])
        assert not model.stage2[1]._forward_hooks
        assert not model.stage2[0]._forward_hooks
    with pytest.raises(CourseError, match="stage2"):
        depth.removed(model, data, ["stage4.1"])


def test_what_can_be_taken_out():
    assert depth._parts(network("plain20", depth=14)) == [
        ["stage1.0"], ["stage1.1"], ["stage2.1"], ["stage3.1"],
    ]  # fmt: skip
    stack = PLANS["vgg_stack-digits"].build()
    layers = depth._parts(stack)
    assert len(layers) == 15
    for names in layers:
        kinds = [type(stack.get_submodule(n)).__name__ for n in names]
        assert kinds == ["Conv2d", "BatchNorm2d", "ReLU"]


def test_measures_of_the_plans(data):
    model = network("resnet20", depth=8)
    lost = MEASURES["blocks"](model, data)
    asis = right(model, data, data.test).float().mean()
    without = depth.removed(model, data, ["stage1.0"]).float().mean()
    assert lost == [pytest.approx(100 * float(asis - without), abs=1e-3)]
    slices = torch.tensor(MEASURES["slices"](model, data)).view(3, -1)
    images = data.normalize(data.train.images[:256])
    loss = F.cross_entropy(model.train()(images), data.train.labels[:256])
    middle = slices[:, depth.ALONG // 2]
    assert torch.allclose(middle, loss.detach().expand(3), atol=1e-4)
    assert slices.std(1).min() > 1e-3
    gates = MEASURES["gates"](create("highway20", in_channels=1), data)
    assert len(gates) == 16
    assert all(0 < gate < 0.3 for gate in gates)  # sigmoid(-3) at first


def test_plans_are_built_as_named():
    for cardinality, width in chapter.GROUPS:
        plan = PLANS[f"resnext11-{cardinality}x{width}-shapes"]
        block = plan.build().stage1[0]
        assert block.conv2.groups == cardinality
        assert block.conv2.out_channels == cardinality * width
    group = PLANS["resnet8-group2-digits"].build()
    assert not any("BatchNorm" in type(m).__name__ for m in group.modules())
    assert len(PLANS["resnet56-C-digits"].build().stage1) == 9
