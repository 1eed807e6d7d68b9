"""Each bug of the hunts shows itself, and its repair is one small change."""

import ast
from pathlib import Path

import pytest
import torch
from torch import nn

BUGS = Path(__file__).parent.parent / "exercises" / "bugs"
DIGIT = torch.zeros(1, 1, 32, 32)


def load(name, old="", new=""):
    """Run a snippet, with `old` replaced by `new` where it stands once."""
    source = (BUGS / f"{name}.py").read_text()
    if old:
        assert source.count(old) == 1
        source = source.replace(old, new)
    namespace = {}
    exec(compile(source, f"{name}.py", "exec"), namespace)
    return namespace


def logits(name, *repair):
    torch.manual_seed(0)
    return load(name, *repair)["LeNet"]()(DIGIT)


def test_flatten_is_no_attribute_of_a_tensor_called_torch():
    with pytest.raises(AttributeError, match="no attribute 'torch'"):
        logits("lenet_flatten_attribute")
    repair = "x.torch.flatten(x, 1)", "torch.flatten(x, 1)"
    assert logits("lenet_flatten_attribute", *repair).shape == (1, 10)


def test_flatten_gets_its_tensor_twice():
    with pytest.raises(TypeError, match="flatten"):
        logits("lenet_flatten_self")
    for fix in ("x.flatten(1)", "torch.flatten(x, 1)"):
        fixed = logits("lenet_flatten_self", "x.flatten(x, 1)", fix)
        assert fixed.shape == (1, 10)


def test_forward_without_return_gives_none():
    output = logits("lenet_no_return")
    assert output is None
    with pytest.raises(TypeError):
        nn.functional.cross_entropy(output, torch.tensor([0]))
    last = "        x = self.dense(x.flatten(1))\n"
    repair = last, last + "        return x\n"
    assert logits("lenet_no_return", *repair).shape == (1, 10)


def test_the_three_lenets_are_one_network_once_repaired():
    a = logits(
        "lenet_flatten_attribute", "x.torch.flatten(x", "torch.flatten(x"
    )
    b = logits("lenet_flatten_self", "x.flatten(x, 1)", "x.flatten(1)")
    c = logits("lenet_no_return", "x = self.dense", "return self.dense")
    assert torch.equal(a, b)
    assert torch.equal(a, c)


def head(*repair):
    """Return the parameters of VGG's head and the shape it gives."""
    with torch.device("meta"):
        model = load("vgg_head", *repair)["VGGHead"](num_classes=7)
        output = model(torch.zeros(2, 512, 7, 7))
    return sum(p.numel() for p in model.parameters()), tuple(output.shape)


def test_one_number_a_map_cannot_feed_7x7_numbers_a_map():
    with pytest.raises(RuntimeError):
        head()
    dense = 4096 * 4096 + 4096 + 4096 * 7 + 7
    assert head("Pool2d((1, 1))", "Pool2d((7, 7))") == (
        25_088 * 4096 + 4096 + dense,
        (2, 7),
    )
    assert head("512 * 7 * 7", "512") == (512 * 4096 + 4096 + dense, (2, 7))


def test_options_of_the_network_reach_the_layer_builder():
    vgg = load("vgg_builder")["vgg"]
    image = torch.zeros(2, 3, 16, 16)
    assert vgg()(image).shape == (2, 1000)
    with pytest.raises(TypeError, match="num_classes"):
        vgg(num_classes=10)
    fixed = load("vgg_builder", "64], **options))", "64]), **options)")["vgg"]
    assert fixed(num_classes=10)(image).shape == (2, 10)


@pytest.mark.parametrize(
    "path", sorted(BUGS.glob("*.py")), ids=lambda path: path.stem
)
def test_the_hunt_is_posed_and_short(path):
    question = ast.get_docstring(ast.parse(path.read_text()))
    assert question.startswith("Bug hunt:")
    assert "?" in question
    assert len(path.read_text().splitlines()) <= 45


def test_there_are_five_hunts():
    assert len(list(BUGS.glob("*.py"))) == 5
