"""Weights of torchvision load; anything else is refused, and why is said.

The files are made here; nothing is fetched.
"""

import hashlib
import os
import re
import zipfile
from collections import OrderedDict
from urllib.error import URLError

import pytest
import torch
import torchvision
from reference import randomize

from cnncourse import summary
from cnncourse.architectures import (
    create,
    load_weights,
    names,
    pretrained,
    weights,
)
from cnncourse.errors import CourseError

SHARED = [n for n in names() if n in torchvision.models.list_models()]
OPTIONS = {
    "googlenet": {"aux_logits": True, "init_weights": False},
    "inception_v3": {"aux_logits": True, "init_weights": False},
}
NAME = "squeezenet1_1"  # the smallest of them
IMAGES = torch.randn(
    2,
    3,
    64,
    64,
    generator=torch.Generator().manual_seed(0),
    dtype=torch.float64,
)


def theirs(name, **options):
    """Return torchvision's network, with numbers that make mistakes show."""
    build = getattr(torchvision.models, name)
    model = build(weights=None, **OPTIONS.get(name, {}), **options)
    return randomize(model).eval()


def older(state, *endings):
    """Return a state as it was saved years ago, without some tensors."""
    return OrderedDict(
        (name, tensor)
        for name, tensor in state.items()
        if not name.endswith(endings)
    )


def refusal(model, given):
    """Return why a network refuses weights; it has to stay as it was."""
    before = {k: v.clone() for k, v in model.state_dict().items()}
    with pytest.raises(CourseError) as caught:
        load_weights(model, given)
    after = model.state_dict()
    assert all(torch.equal(before[name], after[name]) for name in before)
    return str(caught.value)


@pytest.fixture(scope="module")
def reference():
    return theirs(NAME)


@pytest.fixture
def whole(reference, tmp_path):
    """A file as torchvision publishes it."""
    path = tmp_path / "squeezenet.pth"
    torch.save(reference.state_dict(), path)
    return path


@pytest.mark.parametrize("name", SHARED)
def test_every_shared_name_takes_torchvisions_tensors(name):
    with torch.device("meta"):
        build = getattr(torchvision.models, name)
        state = build(weights=None, **OPTIONS.get(name, {})).state_dict()
        assert weights.misfits(create(name), state) == []


@pytest.mark.parametrize("name", SHARED)
def test_sizes_are_those_that_torchvision_records(name):
    """Parameters, and GMACs at the size of the published weights."""
    record = torchvision.models.get_model_weights(name).DEFAULT
    (side,) = record.transforms().crop_size
    parameters, macs = summary.cost(summary.on_meta(name), (3, side, side))
    if name == "googlenet":  # recorded without its auxiliary heads
        parameters -= 6_379_984
    assert parameters == record.meta["num_params"]
    assert macs / 1e9 == pytest.approx(record.meta["_ops"], abs=6e-4)


def test_torchvision_has_no_other_network_of_the_course():
    assert len(SHARED) == 37
    assert "vgg16_c" not in SHARED


@pytest.mark.parametrize("as_file", [True, False])
def test_loaded_weights_give_torchvisions_outputs(reference, whole, as_file):
    model = create(NAME).double().eval()
    given = whole if as_file else reference.state_dict()
    assert load_weights(model, given) is None
    with torch.no_grad():
        assert torch.equal(model(IMAGES), reference(IMAGES))


def test_norms_without_a_count_of_batches():
    """As in torchvision's files of before 2018, with or without a version."""
    reference = theirs("shufflenet_v2_x0_5")
    state = older(reference.state_dict(), "num_batches_tracked")
    state._metadata = reference.state_dict()._metadata
    assert len(state) < len(reference.state_dict())
    model = create("shufflenet_v2_x0_5").double().eval()
    load_weights(model, state)
    with torch.no_grad():
        assert torch.equal(model(IMAGES), reference(IMAGES))
    state = older(state, "running_mean")
    assert "running_mean is not in the weights" in refusal(model, state)


def test_densenets_of_old_spelling():
    with torch.device("meta"):
        state = torchvision.models.densenet121().state_dict()
    state = {
        re.sub(r"(layer\d+\.(?:norm|conv))([12])", r"\1.\2", name): tensor
        for name, tensor in state.items()
    }
    state = {
        name: torch.full(t.shape, 0.5)
        if t.is_floating_point()
        else torch.tensor(0)
        for name, t in state.items()
    }
    assert "features.denseblock4.denselayer16.norm.2.running_var" in state
    model = create("densenet121")
    load_weights(model, state)
    assert all((p == 0.5).all() for p in model.parameters())


def test_other_numbers_of_classes_and_channels_name_the_option(whole):
    message = refusal(create(NAME, num_classes=10), whole)
    assert str(whole) in message
    assert "SqueezeNet; 2 tensor(s) differ" in message
    assert (
        "classifier.1.weight is 1000x512x1x1 in the weights, 10x512x1x1"
        in message
    )
    assert (
        "classifier.1.bias is 1000 in the weights, 10 in the network."
        in message
    )
    assert message.endswith("Build the network with num_classes=1000.")
    message = refusal(create(NAME, in_channels=1), whole)
    assert (
        "features.0.weight is 64x3x3x3 in the weights, 64x1x3x3 in" in message
    )
    assert message.endswith("Build the network with in_channels=3.")


def test_weights_of_another_network_are_listed_up_to_four(whole):
    message = refusal(create("lenet5_modern"), whole)
    assert "is not in the weights" in message
    assert "; and 56 more." in message
    assert message.count(";") == weights.SHOWN + 1
    assert "this very network" in message


def test_what_is_too_much_or_too_little_is_named(reference):
    state = reference.state_dict()
    first = next(iter(state))
    message = refusal(create(NAME), older(state, first))
    assert f"1 tensor(s) differ: {first} is not in the weights." in message
    extra = {**state, "aux.weight": torch.ones(2)}
    assert "1 tensor(s) differ: aux.weight is not in the network." in refusal(
        create(NAME), extra
    )
    whole_numbers = {**state, first: state[first].long()}
    assert "(torch.int64) in the weights" in refusal(
        create(NAME), whole_numbers
    )


def test_files_that_are_no_weights(whole, tmp_path):
    model = create("lenet5_modern")
    assert "There is no file" in refusal(model, tmp_path / "none.pth")
    assert "There is no plain file" in refusal(model, str(tmp_path))
    data, path = whole.read_bytes(), tmp_path / "bad.pth"
    noise = torch.randint(0, 256, (3000,), dtype=torch.uint8)
    for content in (
        b"",
        b"<html>404 Not Found</html>",
        bytes(noise.tolist()),
        data[:1],
        data[: len(data) // 2],
        data[:-30],
    ):
        path.write_bytes(content)
        assert "cut short" in refusal(model, path), content[:20]
    torch.save(model, path)  # a whole module: loading it would run code
    assert "more than tensors" in refusal(model, path)


@pytest.mark.parametrize(
    "state, said",
    [
        ({}, "is empty"),
        ([torch.ones(2)], "is a list"),
        (torch.ones(2), "is a Tensor"),
        ({"lr": 0.1}, "has a float under 'lr'"),
        ({1: torch.ones(2)}, "has a Tensor under 1"),
        ({"model": {"w": torch.ones(2)}, "epoch": 3}, "take ['model'] of it"),
    ],
)
def test_what_is_no_state_dict(state, said, tmp_path):
    model, path = create("lenet5_modern"), tmp_path / "state.pth"
    torch.save(state, path)
    message = refusal(model, path)
    assert message.startswith(str(path))
    assert said in message
    given = refusal(model, state)
    assert said in given or "what model.state_dict() returns" in given


def test_a_network_is_no_state_dict(reference):
    assert "model.state_dict()" in refusal(create(NAME), reference)


def test_the_meta_device_has_no_numbers(whole):
    with torch.device("meta"):
        model = create(NAME)
    with pytest.raises(CourseError, match="meta device"):
        load_weights(model, whole)


# The one call, with torch.hub as it is and only the transfer replaced.


@pytest.fixture
def host(monkeypatch, tmp_path):
    """Serve what is put under "content"; fail without it."""
    served = {"addresses": []}

    def transfer(url, path, hash_prefix=None, progress=True):
        served["addresses"].append(url)
        assert hash_prefix, "the file is to be checked"
        if "content" not in served:
            raise URLError("no route to host")
        with open(path, "wb") as file:
            file.write(served["content"])

    def promised(name):
        """Return the checksum of what is served, not of torchvision's."""
        return hashlib.sha256(served.get("content", b"")).hexdigest()[:8]

    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setattr(weights, "_promised", promised)
    monkeypatch.setattr(torch.hub, "download_url_to_file", transfer)
    return served


def test_one_call_fetches_builds_and_loads(host, whole, reference):
    host["content"] = whole.read_bytes()
    model = pretrained(NAME, progress=False)
    assert not model.training
    with torch.no_grad():
        # Parameters are float32 here, float64 there.
        ours, expected = model.double()(IMAGES), reference(IMAGES)
    assert (ours - expected).abs().max() < 1e-4 * expected.std()
    assert "download.pytorch.org" in host["addresses"][0]
    pretrained(NAME, progress=False)
    assert len(host["addresses"]) == 1  # then from the cache


def test_pixels_are_rescaled_where_the_weights_expect_it(host, tmp_path):
    reference = theirs("googlenet", transform_input=True)
    path = tmp_path / "googlenet.pth"
    torch.save(reference.state_dict(), path)
    host["content"] = path.read_bytes()
    model = pretrained("googlenet", progress=False).double()
    with torch.no_grad():
        ours, expected = model(IMAGES), reference(IMAGES)
    assert (ours - expected).abs().max() < 1e-4 * expected.std()
    assert model.aux_logits


def test_without_a_network_it_says_what_to_do(host, tmp_path):
    with pytest.raises(CourseError) as caught:
        pretrained(NAME)
    message = str(caught.value)
    assert "no route to host" in message
    assert host["addresses"][0] in message
    assert str(tmp_path / "torch") in message
    assert list(tmp_path.rglob("*.pth")) == []


def test_a_damaged_file_is_told_from_no_network(host):
    host["content"] = b"<html>Please log in</html>"
    with pytest.raises(CourseError, match=r"damaged.*Remove it and fetch"):
        pretrained(NAME, progress=False)


def test_names_without_published_weights(host):
    with pytest.raises(CourseError, match=r"in torchvision.*mean vgg16 or"):
        pretrained("vgg16_c")
    with pytest.raises(CourseError, match="no network called 'resnet19'"):
        pretrained("resnet19")
    assert host["addresses"] == []


# Files that must not be opened, or are not what was written


def test_only_plain_files_of_a_network_are_opened(tmp_path):
    model, pipe, large = create("lenet5_modern"), tmp_path / "pipe", "large.pt"
    os.mkfifo(pipe)
    (tmp_path / "endless.pt").symlink_to("/dev/zero")
    for path in (pipe, tmp_path / "endless.pt", tmp_path):
        assert "no plain file" in refusal(model, path)
    with (tmp_path / large).open("wb") as file:
        file.truncate(weights.LARGEST + 1)
    assert "Give the file of one network" in refusal(model, tmp_path / large)


def test_an_archive_that_unpacks_to_more_is_not_read(tmp_path):
    """Nothing but its size is wrong: PyTorch alone would unpack it."""
    model, path = create("lenet5_modern"), tmp_path / "weights.pth"
    state = {k: torch.zeros_like(v) for k, v in model.state_dict().items()}
    torch.save(state, path)
    bomb = tmp_path / "bomb.pth"
    with (
        zipfile.ZipFile(path) as given,
        zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for name in given.namelist():
            packed.writestr(name, given.read(name))
    assert bomb.stat().st_size < path.stat().st_size / 10
    assert torch.load(bomb).keys() == state.keys()
    assert "damaged" in refusal(model, bomb)
    load_weights(model, path)


def test_one_changed_byte_in_a_weight_is_noticed(tmp_path):
    """PyTorch alone would load other weights and say nothing."""
    model, path = create("lenet5_modern"), tmp_path / "weights.pth"
    torch.save(model.state_dict(), path)
    load_weights(model, path)
    whole, data = path.read_bytes(), model.head[1].weight.detach().numpy()
    at = whole.index(data.tobytes()[:64])
    for place in (at, at + 1, at + 4_001):
        path.write_bytes(
            whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
        )
        assert isinstance(torch.load(path), dict)
        assert "damaged" in refusal(model, path)


def test_a_file_of_torchvisions_name_has_torchvisions_bytes(whole, tmp_path):
    path = tmp_path / "squeezenet1_1-b8a52dc0.pth"
    path.write_bytes(whole.read_bytes())
    assert "damaged" in refusal(create(NAME), path)
    path = path.rename(tmp_path / "mine-20260101.pth")
    load_weights(create(NAME), path)


def test_what_is_stored_under_a_published_name_is_checked(host, whole):
    """Not only the transfer: what lies in the cache already, too."""
    host["content"] = whole.read_bytes()
    pretrained(NAME, progress=False)
    host["content"] += b"other"  # what is expected from now on
    with pytest.raises(CourseError, match="Remove it and fetch it again"):
        pretrained(NAME, progress=False)
    assert len(host["addresses"]) == 1


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), 1e300])
def test_numbers_that_are_none_are_refused(wrong):
    model = create("lenet5_modern")
    state = {k: v.double() for k, v in model.state_dict().items()}
    state["head.3.bias"][2] = wrong
    assert "head.3.bias" in refusal(model, state)


def test_tensors_of_other_kinds_are_refused():
    model = create("lenet5_modern")
    state = model.state_dict()
    name, tensor = "head.1.weight", state["head.1.weight"]
    for other in (
        tensor.to_sparse(),
        torch.quantize_per_tensor(tensor, 0.1, 0, torch.qint8),
        tensor.to("meta"),
        tensor.T,
    ):
        assert refusal(model, {**state, name: other})
    lazy = torch.nn.Sequential(torch.nn.LazyLinear(3))
    with pytest.raises(CourseError, match="lazy"):
        load_weights(lazy, state)
