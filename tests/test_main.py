"""The command line, as a student types it."""

import subprocess
import sys

import pytest

from cnncourse import architectures
from cnncourse.__main__ import main


def test_help_teaches():
    done = subprocess.run(
        [sys.executable, "-m", "cnncourse", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    for command in ("list", "summary", "train", "record", "runs"):
        assert f"cnncourse {command}" in done.stdout


@pytest.mark.slow
def test_list_shows_every_network(capsys):
    assert main(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines[1:]] == architectures.names()
    row = lines[1 + architectures.names().index("lenet5")]
    assert "1998        60,000         415,680  1x32x32, LeCun" in row


def test_summary_shows_layers(capsys):
    assert main(["summary", "lenet5"]) == 0
    shown = capsys.readouterr().out
    assert "LeNet-5 (LeCun et al. 1998" in shown
    assert "1,516" in shown


def test_train_trains_and_keeps(capsys, tmp_path):
    words = ["train", "lenet5_modern", "--epochs", "1", "--out", str(tmp_path)]
    assert main([*words, "--scale", "quick", "--lr", "0.006"]) == 0
    assert "test accuracy" in capsys.readouterr().out
    assert (tmp_path / "last.pt").exists()


def test_train_fits_the_network_to_the_pictures(capsys):
    words = ["train", "vgg_mini_32", "--data", "shapes", "--epochs", "1"]
    assert main([*words, "--batch-size", "500"]) == 0
    assert "on generated shapes of 32x32" in capsys.readouterr().out


def test_cache_is_measured_and_cleared(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    place = tmp_path / ".cache" / "cnncourse"
    place.mkdir(parents=True)
    (place / "file.bin").write_bytes(bytes(2_000_000))
    assert main(["cache"]) == 0
    assert capsys.readouterr().out == f"{place}: 1 files, 2.0 MB\n"
    assert main(["cache", "--clear"]) == 0
    assert capsys.readouterr().out == f"{place}: 0 files, 0.0 MB\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["summary", "lenet6"], "did you mean lenet5"),
        (["train", "lenet5", "--data", "digts"], "did you mean digits"),
        (["train", "lenet5", "--scale", "huge"], "choose from quick, full"),
        (["train", "lenet5", "--epochs", "0"], "at least 1"),
        (["record", "nothing-like-it"], "There is no plan"),
    ],
)
def test_bad_input_ends_in_one_sentence(words, message, capsys):
    assert main(words) == 2
    error = capsys.readouterr().err
    assert message in error
    assert error.startswith("cnncourse: ") and error.count("\n") == 1


def test_runs_lists_records(capsys):
    assert main(["runs"]) == 0
    assert "lenet5_modern-mnist" in capsys.readouterr().out
