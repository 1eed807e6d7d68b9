"""The command line, as a student types it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnncourse import __main__, architectures, live, runs, training
from cnncourse.__main__ import COMMANDS, main
from cnncourse.errors import CourseError

ROOT = Path(__file__).resolve().parents[1]
COURSE = [sys.executable, "-m", "cnncourse"]


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
        (["train", "lenet5", "--epochs", "0"], "from 1 to"),
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


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["train", "lenet5", "--seed", "9" * 20], f"seed={'9' * 20} was"),
        (["train", "lenet5", "--seed", "9" * 9999], "invalid int value"),
        (["train", "lenet5", "--seed", "-1"], "seed=-1"),
        (["train", "lenet5", "--epochs", "-1"], "epochs=-1"),
        (["train", "lenet5", "--epochs", "x"], "invalid int value: 'x'"),
        (["train", "lenet5", "--lr", "nan"], "lr=nan"),
        (["train", "lenet5", "--lr", "inf"], "lr=inf"),
        (["train", "lenet5", "--out", ""], "out is empty"),
        (["train", "lenet5", "--data", ""], "data=''"),
        (["train", "lenet5", "--scale", ""], "scale=''"),
        (["train", "lenet5", "--out", "/dev/null"], "out is the file 'null'"),
        (["train", "lenet5", "--out", "/dev/null/x"], "out cannot be used"),
        (["train", ""], "name=''"),
        (["train", "\udcff"], "name holds a character that is no text"),
        (["summary", "a\nb"], "There is no network"),
        (["summary", "lenet5", "a\nb"], "unrecognized arguments: a b"),
        (["record", "--minutes", "-1"], "minutes=-1.0"),
        (["record", "--minutes", "nan"], "minutes=nan"),
        (["record", "--out", ""], "out is empty"),
        (["record", "\udcff"], "names holds a character"),
        (["runs", "--out", ""], "out is empty"),
        (["runs", "--out", "/nowhere/at/all"], "cannot be read"),
        (["runs", "lenet5-mnits"], "did you mean lenet5-mnist"),
        (["export", "lenet5-mnist", "--work", ""], "work is empty"),
        (["export", "lenet5-mnist", "--out", "/dev/null"], "the file 'null'"),
        (["export", "lenet6-mnist"], "did you mean lenet5-mnist"),
        (["exprt"], "invalid choice: 'exprt'"),
        ([], "required: command"),
    ],
    ids=lambda given: repr(given)[:50],
)
def test_no_wrong_word_gets_through(words, message, capsys, monkeypatch):
    """It is refused before anything is trained."""
    monkeypatch.setattr(training, "fit", None)
    monkeypatch.setattr(runs, "carry_out", None)
    assert main(words) == 2
    error = capsys.readouterr().err
    assert message in error and len(error) < 1_000
    assert error.startswith("cnncourse: ") and error.count("\n") == 1


# fmt: off
WORDS = st.one_of(
    st.sampled_from([*COMMANDS, "lenet5", "lenet5-mnist", "digits", "quick"]),
    st.sampled_from([
        "--data", "--scale", "--epochs", "--batch-size", "--lr", "--seed",
        "--out", "--work", "--minutes", "--", "-h", "--version", "--no",
    ]),
    st.sampled_from(["0", "1", "-1", "nan", "inf", "1e999", "9" * 30, ""]),
    st.text(
        st.characters(exclude_categories=[], exclude_characters="\0"),
        max_size=5,
    ),
)
# fmt: on


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(WORDS, max_size=5))
def test_any_words_end_in_a_sentence(tmp_path, monkeypatch, capsys, words):
    """No traceback, whatever is typed; the work itself is left out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(architectures, "names", lambda: ["lenet5"])
    for room, work in ((training, "fit"), (runs, "record"), (live, "make")):

        def refuse(*_, **__):
            raise CourseError("This is work.")

        monkeypatch.setattr(room, work, refuse)
    capsys.readouterr()
    status = main(words)
    error = capsys.readouterr().err
    assert status in (0, 2)
    assert (status == 0) == (error == "")
    assert not error or error.startswith("cnncourse: ")
    assert error.count("\n") == (status == 2)
    assert not list(tmp_path.iterdir())


def course(*words, tail="", **variables):
    """Run a command in a shell; return status and what it said."""
    line = " ".join(f"'{word}'" for word in (*COURSE, *words))
    done = subprocess.run(
        ["bash", "-c", f'{line} {tail}; echo "${{PIPESTATUS[0]}}"'],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "TQDM_DISABLE": "1", **variables},
        capture_output=True,
    )
    *said, status = done.stdout.decode("utf-8", "replace").splitlines()
    assert b"Traceback" not in done.stderr and b"ignored" not in done.stderr
    return int(status), said, done.stderr.decode("ascii", "replace")


def test_a_reader_may_have_read_enough():
    status, said, error = course("list", tail="| head -1")
    assert status == 128 + signal.SIGPIPE and error == ""
    assert said[0].startswith("name")


def test_an_output_that_is_full_or_closed():
    for tail, message in (
        ("> /dev/full", "No space left"),
        (">&-", "The output is closed"),
    ):
        status, _, error = course("runs", tail=tail)
        assert status in (1, 2) and message in error
        assert error.count("\n") == 1


def test_no_home_and_a_terminal_of_ascii(tmp_path):
    """Names that are no text, signs that it cannot show, no cache."""
    cache = tmp_path / "cache"
    cache.touch()
    poor = {"PYTHONIOENCODING": "ascii", "XDG_CACHE_HOME": str(cache)}
    status, said, _ = course("runs", "lenet5-mnist", **poor)
    assert status == 0 and "\\xb1" in said[1]
    status, _, error = course("summary", "\udcff", **poor)
    assert status == 2 and "no text" in error


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_is_the_status(name, tmp_path):
    words = ["train", "lenet5_modern", "--epochs", "5000", "--scale", "quick"]
    process = subprocess.Popen(
        [*COURSE, *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "TQDM_DISABLE": "1"},
        # Tests may run where Ctrl-C is ignored.
        preexec_fn=lambda: signal.signal(
            signal.SIGINT, signal.default_int_handler
        ),
    )
    assert process.stdout.readline().startswith(b"LeNet-5 today")
    time.sleep(1)
    process.send_signal(getattr(signal, name))
    _, error = process.communicate(timeout=60)
    assert process.returncode == 128 + getattr(signal, name)
    assert b"Traceback" not in error and b"Stopped after epoch" in error


def test_weights_that_were_not_kept_are_no_success(
    monkeypatch, tmp_path, capsys
):
    """The disk is full from the beginning to the end."""

    def full(*_):
        raise CourseError("No room.")

    words = ["train", "lenet5_modern", "--epochs", "1", "--scale", "quick"]
    words += ["--out", str(tmp_path / "new")]
    monkeypatch.setattr("cnncourse.training.keeper.save_checkpoint", full)
    monkeypatch.setattr(training, "save_checkpoint", full)
    with pytest.warns(UserWarning, match="No room"):
        assert main(words) == 2
    assert capsys.readouterr().err.endswith("is not saved. No room.\n")
    assert not (tmp_path / "new" / "last.pt").exists()


def test_every_option_is_explained():
    for command in (
        __main__.parser()._subparsers._group_actions[0].choices.values()
    ):
        for action in command._actions:
            assert action.help


def test_a_command_that_ends_itself_has_its_status(monkeypatch):
    """As `fit` does for a signal that it has obeyed."""

    def obey():
        raise SystemExit(143)

    monkeypatch.setitem(COMMANDS, "list", obey)
    assert main(["list"]) == 143
