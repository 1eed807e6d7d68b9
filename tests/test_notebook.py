"""Scale, seed, and the source that a page shows."""

import matplotlib.pyplot as plt
import pytest
import torch

from cnncourse import notebook, visualize
from cnncourse.architectures import lenet
from cnncourse.errors import CourseError


def test_scale_follows_the_device_and_the_variable(monkeypatch):
    monkeypatch.delenv("CNNCOURSE_SCALE", raising=False)
    automatic = "full" if torch.cuda.is_available() else "quick"
    assert notebook.start().scale == automatic
    monkeypatch.setenv("CNNCOURSE_SCALE", "full")
    course = notebook.start()
    assert not course.quick and course.pick(1, 2) == 2
    monkeypatch.setenv("CNNCOURSE_SCALE", "quick")
    assert notebook.start().pick(1, 2) == 1


def test_a_scale_that_does_not_exist(monkeypatch):
    monkeypatch.setenv("CNNCOURSE_SCALE", "quik")
    with pytest.raises(CourseError, match="did you mean quick"):
        notebook.start()


def test_start_seeds():
    notebook.start(seed=4)
    first = torch.rand(3)
    notebook.start(seed=4)
    assert torch.equal(first, torch.rand(3))


def test_start_sets_the_style_of_charts():
    with plt.rc_context():
        plt.rcParams["font.size"] = 9
        notebook.start()
        assert plt.rcParams["font.size"] == visualize.FONT


def test_source_is_the_package_s_own():
    shown = notebook.source(lenet.ScaledTanh, lenet.LeNet5.scan).data
    assert "class ScaledTanh(nn.Module):" in shown
    assert "\ndef scan(self, x: Tensor)" in shown
    assert shown.startswith("```python\n")
