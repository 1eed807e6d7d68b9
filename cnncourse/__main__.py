"""The command line of the course: `cnncourse --help`."""

import argparse
import contextlib
import inspect
import io
import os
import re
import signal
import sys
import textwrap
import typing
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, NoReturn

from pydantic import Field

from cnncourse import __version__
from cnncourse.doors import door
from cnncourse.errors import CourseError
from cnncourse.kinds import AnyPath, Count, OutFolder, Positive, Seed

EXAMPLES = """\
examples:
  cnncourse list                          all networks
  cnncourse summary lenet5                its layers, with sizes and costs
  cnncourse train lenet5_modern           train on the bundled digits
  cnncourse train lenet5 --data mnist     train on MNIST
  cnncourse record --minutes 30           make the recorded runs missing here
  cnncourse runs                          compare the recorded runs
  cnncourse export lenet5-mnist           train a plan for the book's pages
  cnncourse cache --clear                 delete downloads, decoded pictures
"""

Name = Annotated[str, Field(min_length=1, description="a name that is there")]


@door
def list_networks() -> None:
    """Show name, year, paper and size of all networks."""
    from cnncourse import architectures, summary

    print(
        f"{'name':24}{'year':>5}{'parameters':>14}{'MACs':>16}  input, paper"
    )
    for name in architectures.names():
        entry = architectures.info(name)
        size = "x".join(str(side) for side in entry.input_size)
        model = summary.on_meta(name)
        parameters, macs = summary.cost(model, entry.input_size)
        print(
            f"{name:24}{entry.year:>5}{parameters:>14,}{macs:>16,}"
            f"  {size}, {entry.paper}",
            flush=True,
        )


@door
def show_summary(name: Name) -> None:
    """Show the layers of one network.

    Args:
        name: one from `cnncourse list`
    """
    from cnncourse import architectures, summary

    entry = architectures.info(name)
    print(f"{entry.title} ({entry.paper})")
    print(summary.layer_table(summary.on_meta(name), entry.input_size))


@door
def train_network(
    name: Name,
    *,
    data: Name | None = None,
    scale: Name | None = None,
    epochs: Count | None = None,
    batch_size: Count | None = None,
    lr: Positive | None = None,
    seed: Seed = 0,
    out: OutFolder | None = None,
) -> None:
    """Train one network.

    Args:
        name: one from `cnncourse list`
        data: digits, shapes, mnist, cifar10, ... or a folder
        scale: quick (bundled data) or full
        epochs: passes over the pictures
        batch_size: pictures a step
        lr: highest learning rate
        seed: of the first weights and the order of the pictures
        out: folder for checkpoints
    """
    import torch

    from cnncourse import architectures, datasets, notebook, training
    from cnncourse.training import processes

    full = notebook.scale(scale) == "full"
    entry = architectures.info(name)
    given: dict[str, Any] = {
        "epochs": epochs,
        "batch_size": batch_size or (128 if full else 32),
        "lr": lr,
    }
    chosen = {key: value for key, value in given.items() if value is not None}
    recipe = training.Recipe(**chosen)
    pictures = datasets.load(
        data or ("mnist" if full else "digits"), size=entry.input_size[1]
    )
    torch.manual_seed(seed)
    fitting = {
        "num_classes": len(pictures.classes),
        "in_channels": pictures.train.images.shape[1],
    }
    known = inspect.signature(entry.build).parameters
    model = architectures.create(
        name, **{key: fitting[key] for key in fitting if key in known}
    )
    first = processes.rank() == 0  # of several processes, one speaks
    if first:
        print(f"{entry.title} on {pictures.form}", flush=True)
    history = training.fit(model, pictures, recipe, seed=seed, folder=out)
    if not first:
        return
    print(
        f"test accuracy {history.test_accuracy:.2f} % after "
        f"{len(history.epochs)} epochs, {history.seconds:.1f} s"
    )
    if out:
        path = Path(out) / "last.pt"
        kept = path.is_file() and training.read_checkpoint(path)
        if not kept or not kept["progress"]["finished"]:
            # There was no room at the end: there is now, or this says why.
            training.save_checkpoint(model, path, history)
        print(f"weights: {path}")


@door
def record_runs(
    names: list[str],
    *,
    minutes: Positive | None = None,
    seed: Seed | None = None,
    out: OutFolder | None = None,
) -> None:
    """Make the recorded runs that are missing.

    Args:
        names: plans; all without names
        minutes: stop after so many, and go on from there next time
        seed: of the plans' seeds only this one
        out: folder of the records
    """
    from cnncourse import datasets, runs

    folder = out or datasets.data_folder() / "runs"
    for path in runs.record(names, folder, minutes, seed):
        print(path, flush=True)


@door
def list_runs(names: list[str], *, out: AnyPath | None = None) -> None:
    """Compare the recorded runs.

    Args:
        names: plans; all without names
        out: folder of the records
    """
    from cnncourse import datasets, runs

    folder = out or datasets.data_folder() / "runs"
    groups = runs.groups(names, folder)
    print(f"{'run':34}{'seeds':>6}{'test %':>16}{'seconds':>9}  where")
    for name, group in groups.items():
        print(
            f"{name:34}{len(group):>6}{group!s:>16}"
            f"{group.seconds:>9.1f}  {group.device}"
        )
    missing = [name for name in runs.PLANS if name not in groups]
    if missing and not names:
        print(
            f"\n{len(missing)} plans have no run in {folder}. The next: "
            f"cnncourse record {missing[0]}"
        )


@door
def export_network(
    plan: Name,
    *,
    seed: Seed = 0,
    out: OutFolder | None = None,
    work: OutFolder | None = None,
) -> None:
    """Train a plan and write it as a network for pages.

    Args:
        plan: a plan; `cnncourse runs` names some
        seed: of the first weights and the order of the pictures
        out: folder of the network
        work: folder for checkpoints, which are kept
    """
    from cnncourse import live

    path = live.make(plan, seed, out, work)
    record = live.read(path)["record"]
    print(
        f"{path}, {path.stat().st_size / 1000:.0f} kB; test accuracy "
        f"{record['test_accuracy']} % with weights of 8 bits, "
        f"{record['test_accuracy_of_32_bits']} % with 32"
    )


@door
def show_cache(*, clear: bool = False) -> None:
    """Tell how large the cache is: downloads, decoded pictures.

    Args:
        clear: delete all of it
    """
    from cnncourse import datasets

    print(datasets.cache(clear=clear))


COMMANDS: dict[str, Callable[..., None]] = {
    "list": list_networks,
    "summary": show_summary,
    "train": train_network,
    "record": record_runs,
    "runs": list_runs,
    "export": export_network,
    "cache": show_cache,
}


class Parser(argparse.ArgumentParser):
    """Says in one sentence what is wrong with the words of a command."""

    def error(self, message: str) -> NoReturn:
        raise CourseError(f"{message}; try `{self.prog} --help`.")


def parser() -> Parser:
    """Return the parser of all commands, made from their signatures.

    What stands before the star is a word, what follows an option; the help
    is that of the docstring.
    """
    main = Parser(
        prog="cnncourse",
        description="Convolutional networks to build, train and look into.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main.add_argument("--version", action="version", version=__version__)
    commands = main.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        text = inspect.getdoc(command) or ""
        one = commands.add_parser(name, help=text.split("\n")[0])
        told = dict(re.findall(r"^    (\w+): (.+)$", text, re.MULTILINE))
        hints = typing.get_type_hints(inspect.unwrap(command))
        for key, parameter in inspect.signature(command).parameters.items():
            options: dict[str, Any] = {"help": told[key]}
            if hints[key] is bool:
                options["action"] = "store_true"
                key = f"--{key}"
            elif parameter.kind is parameter.KEYWORD_ONLY:
                kinds = {hints[key], *typing.get_args(hints[key])}
                kind = next(k for k in (int, float, str) if k in kinds)
                options |= {"type": kind, "default": parameter.default}
                key = f"--{key.replace('_', '-')}"
            elif hints[key] is not str:
                options["nargs"] = "*"
            one.add_argument(key, **options)
    return main


@contextlib.contextmanager
def _stops() -> Iterator[Callable[[], int]]:
    """Let what ends a process stop it like Ctrl-C; tell which signal came.

    Python writes a signal's number here whoever handles it, as `fit` does.
    """
    if os.name == "nt":
        yield lambda: signal.SIGINT
        return
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    before = signal.set_wakeup_fd(writer)
    # nohup ignores one of them, and shall go on doing so.
    both = (signal.SIGTERM, signal.SIGHUP)
    changed = [n for n in both if signal.getsignal(n) is signal.SIG_DFL]
    for number in changed:
        signal.signal(number, signal.default_int_handler)

    def first() -> int:
        os.write(writer, bytes([signal.SIGINT]))  # for want of another
        return os.read(reader, 1)[0]

    try:
        yield first
    finally:
        signal.set_wakeup_fd(before)
        for number in changed:
            signal.signal(number, signal.SIG_DFL)
        os.close(reader)
        os.close(writer)


def _run(words: list[str] | None) -> int:
    """Run one command, and see that all it said was written."""
    status = 0
    if sys.stdout is None:
        raise CourseError(
            "The output is closed; expected a place to write to; try "
            "> /dev/null."
        )
    try:
        arguments = vars(parser().parse_args(words))
        COMMANDS[arguments.pop("command")](**arguments)
    except SystemExit as end:  # of --help, and of a signal that `fit` obeys
        status = int(end.code or 0)
    sys.stdout.flush()
    return status


def main(words: list[str] | None = None) -> int:
    """Run one command; return the exit status.

    2 is for what was asked wrongly, 1 for a disk or an output that is full,
    and 128 with the number of a signal for what was stopped.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever it can write
            stream.reconfigure(errors="backslashreplace")
    reason: object
    with _stops() as first:
        try:
            return _run(words)
        except CourseError as error:
            status, reason = 2, error
        except KeyboardInterrupt as stop:
            status, reason = 128 + first(), str(stop) or "stopped"
        except BrokenPipeError:  # as of `| head`, which has read enough
            status, reason = 141, ""
        except OSError as error:
            status, reason = 1, error
    if status in (1, 141):  # Python shall not try to write it once more
        with contextlib.suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if reason:
        text = textwrap.shorten(str(reason), 600)
        print(f"cnncourse: {text}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
