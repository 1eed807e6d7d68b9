"""Every choice of a recipe does what a loop of a tutorial would do."""

import json
import math
from collections import namedtuple
from dataclasses import asdict, fields, replace
from fractions import Fraction

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from cnncourse import datasets, training
from cnncourse.architectures import create
from cnncourse.architectures.inception_v3 import InceptionOutputs, InceptionV3
from cnncourse.datasets import Split
from cnncourse.errors import CourseError
from cnncourse.training import Recipe, loop, progress

# 40 pictures in batches of 16: two whole ones and a smaller one an epoch.
PLAIN = Recipe(epochs=2, batch_size=16, lr=0.05, optimizer="sgd")
STEPS = 6


@pytest.fixture(scope="module")
def data():
    return datasets.load("digits", train=40, validation=60)


def dense(seed=0):
    torch.manual_seed(seed)
    return nn.Sequential(nn.Flatten(), nn.Linear(64, 10))


def conv(seed=0):
    torch.manual_seed(seed)
    return nn.Sequential(
        nn.Conv2d(1, 4, 3, bias=False),
        nn.BatchNorm2d(4),
        nn.ReLU(),
        nn.Flatten(),
        nn.Linear(144, 10),
    )


def same(model, other, **tolerance):
    ours, theirs = model.state_dict(), other.state_dict()
    assert ours.keys() == theirs.keys()
    for name in ours:
        torch.testing.assert_close(ours[name], theirs[name], **tolerance)


def watch(monkeypatch, name, function):
    """Call `function` after a method of `Job`; keep what it returns."""
    seen = []
    method = getattr(progress.Job, name)

    def spied(job, *args):
        result = method(job, *args)
        seen.append(function(job, *args))
        return result

    monkeypatch.setattr(progress.Job, name, spied)
    return seen


def tutorial(
    model, data, make, rate, *, epochs=2, seed=0, smoothing=0.0, after=None
):
    """Train as a first tutorial does; `rate` maps 0 ... 1 to a rate."""
    images, labels = data.normalize(data.train.images), data.train.labels
    order = torch.Generator().manual_seed(seed)
    optimizer = make(model)
    done = 0
    model.train()
    for _ in range(epochs):
        for index in torch.randperm(40, generator=order).split(16):
            for group in optimizer.param_groups:
                group["lr"] = rate((done + 0.5) / (3 * epochs))
            optimizer.zero_grad()
            F.cross_entropy(
                model(images[index]), labels[index], label_smoothing=smoothing
            ).backward()
            optimizer.step()
            done += 1
            if after:
                after(model, done)


# Schedules
def test_cosine_is_pytorch_s():
    recipe = Recipe(lr=0.3, schedule="cosine")
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.3)
    peer = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, 50)
    for step in range(51):
        expected = peer.get_last_lr()[0]
        assert recipe.learning_rate(step / 50) == pytest.approx(expected)
        optimizer.step()
        peer.step()


def test_one_cycle_is_pytorch_s_triangle():
    recipe = Recipe(lr=0.3, schedule="one-cycle")
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.3)
    peer = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: np.interp(step, [0, 20, 100], [0, 1, 0])
    )
    for step in range(101):
        expected = pytest.approx(peer.get_last_lr()[0], abs=1e-12)
        assert recipe.learning_rate(step / 100) == expected
        optimizer.step()
        peer.step()


def test_steps_are_pytorch_s_milestones():
    recipe = Recipe(lr=0.3, schedule="step")
    optimizer = torch.optim.SGD([torch.zeros(1)], lr=0.3)
    peer = torch.optim.lr_scheduler.MultiStepLR(optimizer, [20, 30])
    for step in range(40):
        expected = peer.get_last_lr()[0]
        assert recipe.learning_rate(step / 40) == pytest.approx(expected)
        optimizer.step()
        peer.step()
    constant = Recipe(lr=0.3, schedule="constant")
    assert {constant.learning_rate(p) for p in (0, 0.3, 1)} == {0.3}


def test_each_step_has_the_rate_of_its_middle(data, monkeypatch):
    rates = watch(
        monkeypatch,
        "count_step",
        lambda job, *_: [g["lr"] for g in job.optimizer.param_groups],
    )
    recipe = replace(PLAIN, schedule="cosine")
    training.fit(dense(), data, recipe)
    middles = [(step + 0.5) / STEPS for step in range(STEPS)]
    expected = [0.05 * (1 + math.cos(math.pi * at)) / 2 for at in middles]
    assert [rate for rate, _ in rates] == pytest.approx(expected)
    assert all(first == second for first, second in rates)


@pytest.mark.parametrize("progress", [-0.1, 1.1, math.nan, "1", None, [0]])
def test_progress_is_a_share(progress):
    with pytest.raises(CourseError, match="progress="):
        Recipe().learning_rate(progress)


# Optimizers and the loss: the weights of a tutorial's loop
def triangle(at):
    return 0.05 * min(at / 0.2, (1 - at) / 0.8)


def split(model, decay):
    """Return weights that decay and biases that do not, by their names."""
    found = dict(model.named_parameters())
    weights = [
        p for n, p in found.items() if n.endswith("weight") and p.ndim > 1
    ]
    others = [p for p in found.values() if all(p is not w for w in weights)]
    return [
        {"params": weights, "weight_decay": decay},
        {"params": others, "weight_decay": 0},
    ]


PEERS = {
    "sgd": lambda m: torch.optim.SGD(
        split(m, 0), 0.05, momentum=0.9, nesterov=True
    ),
    "sgd without momentum": lambda m: torch.optim.SGD(m.parameters(), 0.05),
    "sgd with decay": lambda m: torch.optim.SGD(
        split(m, 0.1), 0.05, momentum=0.9, nesterov=True
    ),
    "adamw": lambda m: torch.optim.AdamW(split(m, 0), 0.05),
    "adamw with decay": lambda m: torch.optim.AdamW(split(m, 0.1), 0.05),
}


@pytest.mark.parametrize("peer", PEERS)
@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_fit_is_the_loop_of_a_tutorial(data, peer, smoothing):
    recipe = replace(
        PLAIN,
        optimizer=peer.split()[0],
        momentum=0.0 if "without" in peer else 0.9,
        weight_decay=0.1 if "decay" in peer else 0.0,
        label_smoothing=smoothing,
    )
    ours, theirs = conv(), conv()
    training.fit(ours, data, recipe, seed=7)
    tutorial(theirs, data, PEERS[peer], triangle, seed=7, smoothing=smoothing)
    same(ours, theirs, atol=1e-5, rtol=1e-4)  # the formats round otherwise


def test_smoothed_loss_by_hand():
    torch.manual_seed(0)
    outputs, labels = torch.randn(6, 4), torch.tensor([0, 1, 2, 3, 0, 1])
    wanted = 0.7 * F.one_hot(labels, 4) + 0.3 / 4
    by_hand = -(wanted * outputs.log_softmax(1)).sum(1).mean()
    loss = Recipe(label_smoothing=0.3).loss(nn.Linear(1, 1), outputs, labels)
    assert torch.allclose(loss, by_hand)


def test_weight_decay_spares_biases():
    model = create("lenet5")
    decayed, spared = (
        Recipe(weight_decay=0.1).optimizer_for(model).param_groups
    )
    kept = {id(p) for p in spared["params"]}
    names = {n for n, p in model.named_parameters() if id(p) in kept}
    assert names == {
        "c1.bias",
        "s2.coefficient",
        "s2.bias",
        "c3.bias",
        "s4.coefficient",
        "s4.bias",
        "c5.bias",
        "f6.bias",
    }
    assert (decayed["weight_decay"], spared["weight_decay"]) == (0.1, 0)


def test_weight_decay_spares_norms_and_what_is_frozen():
    model = conv()
    model[0].weight.requires_grad_(False)
    groups = Recipe(weight_decay=0.1).optimizer_for(model).param_groups
    assert [len(group["params"]) for group in groups] == [1, 3]
    assert groups[0]["params"][0] is model[4].weight
    model.requires_grad_(False)
    with pytest.raises(CourseError, match="no weights that learn"):
        Recipe().optimizer_for(model)


def test_clip_bounds_the_gradient(data, monkeypatch):
    def norm(job, *_):
        gradients = [p.grad.flatten() for p in job.model.parameters()]
        return float(torch.cat(gradients).norm())

    norms = watch(monkeypatch, "count_step", norm)
    training.fit(dense(), data, replace(PLAIN, clip=0.01))
    assert norms == pytest.approx([0.01] * STEPS, rel=1e-3)
    del norms[:]
    training.fit(dense(), data, replace(PLAIN, clip=1e6))
    assert min(norms) > 0.1  # nothing is made longer or shorter


# The moving average
@pytest.mark.parametrize("decay", [0.05, 0.9])
def test_average_is_its_recursion(data, decay, tmp_path):
    average, ours = {}, conv()

    def follow(model, done):
        for name, tensor in model.state_dict().items():
            past = min(decay, done / (9 + done)) if done > 1 else 0.0
            if "running" in name or "num" in name:  # buffers are copied
                past = 0.0
            start = average.get(name, tensor) * past
            average[name] = start + (1 - past) * tensor

    recipe = replace(PLAIN, ema=decay)
    history = training.fit(ours, data, recipe, folder=tmp_path)
    theirs = conv()
    tutorial(theirs, data, PEERS["sgd"], triangle, after=follow)
    last = theirs.state_dict()
    gap = (average["4.weight"] - last["4.weight"]).abs().max()
    assert gap > 1e-4
    theirs.load_state_dict(average)
    same(ours, theirs, atol=1e-5, rtol=1e-4)
    # What was judged is the average, not the weights it follows.
    judged = training.evaluate(theirs, data, data.validation)
    assert history["validation_accuracy"][-1] == pytest.approx(judged)
    judged = training.evaluate(theirs, data, data.test)
    assert history.test_accuracy == pytest.approx(judged)
    best = conv()
    kept = training.load_checkpoint(best, tmp_path / "best.pt")
    assert max(kept["validation_accuracy"]) == pytest.approx(
        training.evaluate(best, data, data.validation)
    )


def test_first_update_copies_and_later_ones_warm_up(data, monkeypatch):
    """Weights that are 0, 1, 2, ... make the decays visible."""
    recipe = replace(PLAIN, ema=0.25)
    model = dense()
    job = progress.Job(model, data, recipe, 0, None, torch.device("cpu"))
    values = []
    for step in range(5):
        nn.init.constant_(model[1].weight, step)
        job.averaged.update_parameters(model)
        values.append(float(job.judged[1].weight.mean().detach()))
    expected, value = [0.0], 0.0
    for n, step in ((1, 1), (2, 2), (3, 3), (4, 4)):
        decay = min(0.25, (1 + n) / (10 + n))
        value = decay * value + (1 - decay) * step
        expected.append(value)
    assert values == pytest.approx(expected)
    assert min(0.25, 2 / 11) != 0.25  # the warm-up was needed


# Mixed pictures
def labels_of(monkeypatch):
    seen = []
    loss = Recipe.loss

    def spied(recipe, model, outputs, labels):
        seen.append(labels)
        return loss(recipe, model, outputs, labels)

    monkeypatch.setattr(Recipe, "loss", spied)
    return seen


@pytest.mark.parametrize("way", ["mixup", "cutmix"])
def test_mixed_labels_reach_the_loss(data, monkeypatch, way):
    seen = labels_of(monkeypatch)
    recipe = replace(PLAIN, epochs=20, **{way: 1.0})
    history = training.fit(dense(), data, recipe)
    assert [len(labels) for labels in seen[:3]] == [16, 16, 8]
    for labels in seen:
        assert labels.shape[1:] == (10,)
        assert torch.allclose(labels.sum(1), torch.ones(len(labels)))
    shares = torch.cat(seen).amax(1)
    assert (shares < 0.999).float().mean() > 0.3
    assert history.test_accuracy > 60


def test_both_ways_take_turns(data, monkeypatch):
    calls = []

    def spied(name):
        mix = getattr(progress, name)

        def call(images, labels, classes, alpha, generator):
            calls.append((name, alpha))
            return mix(images, labels, classes, alpha, generator)

        return call

    for name in ("mixup", "cutmix"):
        monkeypatch.setattr(progress, name, spied(name))
    recipe = replace(PLAIN, epochs=40, mixup=0.2, cutmix=1.0)
    training.fit(dense(), data, recipe)
    assert set(calls) == {("mixup", 0.2), ("cutmix", 1.0)}
    share = calls.count(("mixup", 0.2)) / len(calls)
    assert len(calls) == 120 and 0.35 < share < 0.65


# Patience
def fall(monkeypatch, scores):
    """Make validation accuracy what is wished; the test part stays."""
    left = iter(scores)
    evaluate = training.evaluate

    def judged(model, data, part, *size):
        if part is data.test:
            return evaluate(model, data, part, *size)
        return next(left)

    monkeypatch.setattr(loop, "evaluate", judged)


def test_patience_goes_back_to_the_best(data, monkeypatch):
    def kept(job, row):
        state = job.judged.state_dict()
        return {name: tensor.clone() for name, tensor in state.items()}

    weights = watch(monkeypatch, "add_epoch", kept)
    for ema in (0.0, 0.9):
        fall(monkeypatch, [50, 70, 60, 69, 70, 99])
        del weights[:]
        model = conv()
        recipe = replace(PLAIN, epochs=9, patience=3, ema=ema)
        history = training.fit(model, data, recipe)
        assert history["validation_accuracy"] == [50, 70, 60, 69, 70]
        for name, tensor in model.state_dict().items():
            assert torch.equal(tensor, weights[1][name])
        assert not torch.equal(weights[1]["4.weight"], weights[4]["4.weight"])
        tested = training.evaluate(model, data, data.test)
        assert history.test_accuracy == pytest.approx(tested)


def test_without_patience_the_last_weights_stay(data, monkeypatch):
    weights = watch(
        monkeypatch, "add_epoch", lambda job, row: job.model[1].weight.clone()
    )
    fall(monkeypatch, [50, 40, 30, 20])
    model = dense()
    history = training.fit(model, data, replace(PLAIN, epochs=4))
    assert len(history.epochs) == 4
    assert torch.equal(model[1].weight, weights[3])


def test_patience_needs_pictures_that_are_held_out():
    data = datasets.load("digits", train=40, validation=0)
    with pytest.raises(CourseError, match=r"patience=2 needs.*validation="):
        training.fit(dense(), data, replace(PLAIN, patience=2))


# Auxiliary heads
def test_googlenet_adds_three_tenths_of_both_heads(monkeypatch):
    torch.manual_seed(0)
    model = create("googlenet", num_classes=3, in_channels=1)
    data = datasets.load("digits", size=64, train=4, validation=2)
    few = {
        part: Split(
            getattr(data, part).images[:4], getattr(data, part).labels[:4] % 3
        )
        for part in ("train", "validation", "test")
    }
    data = replace(data, classes=("a", "b", "c"), **few)
    seen = []
    loss = Recipe.loss

    def spied(recipe, model, outputs, labels):
        result = loss(recipe, model, outputs, labels)
        if isinstance(outputs, tuple):
            seen.append((outputs, labels, float(result.detach())))
        return result

    monkeypatch.setattr(Recipe, "loss", spied)
    recipe = Recipe(epochs=1, batch_size=4, label_smoothing=0.1)
    history = training.fit(model, data, recipe)
    ((outputs, labels, value),) = seen
    main, second, first = (
        float(F.cross_entropy(part, labels, label_smoothing=0.1))
        for part in (part.detach() for part in outputs)
    )
    assert len({round(x, 4) for x in (main, second, first)}) == 3
    assert value == pytest.approx(main + 0.3 * (second + first), rel=1e-5)
    assert history["train_loss"] == pytest.approx([value], rel=1e-5)
    right = (outputs[0].argmax(1) == labels).float().mean()
    assert history["train_accuracy"] == [pytest.approx(100 * float(right))]


def test_inception_v3_adds_four_tenths():
    with torch.device("meta"):
        model = InceptionV3(num_classes=3)
    torch.manual_seed(0)
    outputs, labels = torch.randn(2, 5, 3), torch.tensor([0, 1, 2, 0, 1])
    main, head = (F.cross_entropy(part, labels) for part in outputs)
    loss = Recipe().loss(model, InceptionOutputs(*outputs), labels)
    assert torch.allclose(loss, main + 0.4 * head)
    assert torch.equal(Recipe().loss(model, outputs[0], labels), main)


Two = namedtuple("Two", ["logits", "other"])


class Headed(nn.Module):
    """Two linear layers; the second one speaks in training only."""

    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.main, self.other = nn.Linear(64, 10), nn.Linear(64, 10)

    def forward(self, x):
        x = x.flatten(1)
        main = self.main(x)
        return Two(main, self.other(x)) if self.training else main


def test_a_head_of_your_own_needs_a_weight(data):
    with pytest.raises(CourseError, match=r"model\.auxiliary_weight = 0\.3"):
        training.fit(Headed(), data, PLAIN)
    model = Headed()
    model.auxiliary_weight = 0.0
    history = training.fit(model, data, PLAIN)
    assert torch.equal(model.other.weight, Headed().other.weight)
    assert not torch.equal(model.main.weight, Headed().main.weight)
    assert history.test_accuracy >= 0


# Precision and memory
def test_bfloat16_stays_near_float32(data, monkeypatch):
    kinds = []
    monkeypatch.setattr(
        Recipe,
        "loss",
        lambda self, model, outputs, labels: (
            kinds.append(outputs.dtype),
            F.cross_entropy(outputs, labels),
        )[1],
    )
    models, histories = [], []
    for precision in ("float32", "bfloat16", "auto"):
        model = conv()
        recipe = replace(PLAIN, epochs=5, precision=precision)
        histories.append(training.fit(model, data, recipe))
        models.append(model)
    assert kinds == 15 * [torch.float32] + 15 * [torch.bfloat16] + (
        15 * [torch.float32]  # "auto" on a CPU
    )
    same(models[0], models[2], atol=0, rtol=0)
    for model in models:
        assert {p.dtype for p in model.parameters()} == {torch.float32}
    plain, low = (history["train_loss"][-1] for history in histories[:2])
    assert 0 < abs(plain - low) < 0.05 * plain + 0.02
    gap = (models[0][4].weight - models[1][4].weight).abs().max()
    assert 0 < gap < 0.02


def test_auto_is_bfloat16_on_a_gpu():
    cuda, cpu = torch.device("cuda"), torch.device("cpu")
    chosen = {
        name: [Recipe(precision=name).low_precision(d) for d in (cuda, cpu)]
        for name in ("auto", "float32", "bfloat16")
    }
    assert chosen == {
        "auto": [True, False],
        "float32": [False, False],
        "bfloat16": [True, True],
    }


@pytest.mark.parametrize("layout", ["channels_last", "contiguous"])
def test_memory_format_is_that_of_training_only(layout, monkeypatch):
    data = datasets.load("shapes", size=8, train=40, validation=0)
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(3, 4, 3), nn.ReLU(), nn.Flatten(), nn.Linear(144, 10)
    )
    seen = []

    def look(module, args, output):
        formats = torch.channels_last
        tensors = (module.weight, args[0])
        seen.append({t.is_contiguous(memory_format=formats) for t in tensors})

    model[0].register_forward_hook(look)
    recipe = replace(PLAIN, epochs=1, memory_format=layout)
    history = training.fit(model, data, recipe)
    assert seen[1:4] == [{layout == "channels_last"}] * 3
    assert all(p.is_contiguous() for p in model.parameters())
    assert history.test_accuracy >= 0


# The recipe itself
@pytest.mark.parametrize(
    ("choice", "message"),
    [
        ({"optimizer": "adam"}, "'adam' was given; .*one of 'adamw'"),
        ({"schedule": "cosin"}, "'cosin' was given; .*'cosine'"),
        ({"precision": "float16"}, "'float16' was given; .*'bfloat16'"),
        ({"memory_format": "last"}, "'last' was given; .*'channels_l"),
        ({"optimizer": np.ones(2)}, "optimizer=array.* was given"),
        ({"epochs": 0}, "epochs=0 was given.*try epochs=10"),
        ({"epochs": True}, "epochs=True was given"),
        ({"epochs": 2**31}, "epochs=2147483648 was given"),
        ({"batch_size": 1.5}, "batch_size=1.5 was given"),
        ({"patience": -1}, "patience=-1 was given"),
        ({"lr": 0}, "lr=0 was given.*try lr=0.003"),
        ({"lr": -1}, "lr=-1 was given"),
        ({"lr": float("nan")}, "lr=nan was given"),
        ({"lr": 10**400}, "lr=a int, 1000"),
        ({"lr": math.inf}, "lr=inf was given"),
        ({"momentum": 1}, "momentum=1 was .* least 0 and below 1"),
        ({"weight_decay": -1e-4}, "weight_decay=-0.0001"),
        ({"label_smoothing": 1}, "label_smoothing=1"),
        ({"clip": "1"}, "clip='1'"),
        ({"ema": 1.0}, "ema=1.0"),
        ({"mixup": 1e4}, "mixup=10000.0"),
        ({"cutmix": None}, "cutmix=None"),
        ({"sync_norms": 1}, "sync_norms=1 was given.*True or False"),
    ],
)
def test_recipes_refuse_nonsense(choice, message):
    with pytest.raises(CourseError, match=message):
        Recipe(**choice)


EVERY = Recipe(
    epochs=3,
    batch_size=7,
    optimizer="sgd",
    lr=0.1,
    momentum=0.8,
    weight_decay=1e-4,
    schedule="step",
    label_smoothing=0.1,
    clip=1.0,
    ema=0.99,
    mixup=0.2,
    cutmix=1.0,
    patience=2,
    precision="bfloat16",
    memory_format="contiguous",
    sync_norms=True,
)


def test_a_recipe_is_plain_data(data):
    usual = asdict(Recipe())
    assert all(usual[name] != value for name, value in asdict(EVERY).items())
    for recipe in (Recipe(), EVERY, Recipe(lr=1e-17 / 3)):
        assert Recipe(**json.loads(json.dumps(asdict(recipe)))) == recipe
    # Numbers of NumPy, and any others, become Python's own.
    odd = Recipe(
        lr=np.float64(0.1), clip=1, ema=np.float32(0.5), mixup=Fraction(1, 4)
    )
    kinds = {type(value) for value in asdict(odd).values()}
    assert kinds == {int, float, str, bool}
    assert (odd.lr, odd.clip, odd.ema, odd.mixup) == (0.1, 1, 0.5, 0.25)


def test_a_rate_of_numpy_can_be_resumed(data, tmp_path):
    recipe = replace(PLAIN, lr=np.geomspace(0.01, 0.1, 3)[1])
    first = training.fit(dense(), data, recipe, folder=tmp_path)
    again = training.fit(dense(), data, recipe, folder=tmp_path)
    assert again == first


def test_a_recipe_shows_what_is_chosen():
    assert repr(Recipe()) == (
        "Recipe(epochs=10, batch_size=128, optimizer='adamw', lr=0.003, "
        "schedule='one-cycle', precision='auto', "
        "memory_format='channels_last')"
    )
    shown = repr(EVERY)
    assert all(f"{field.name}=" in shown for field in fields(Recipe))
    assert eval(shown) == EVERY
