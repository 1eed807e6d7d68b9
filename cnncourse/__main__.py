"""The command line of the course: `cnncourse --help`."""

import argparse
import inspect
import sys
from pathlib import Path

from cnncourse import __version__
from cnncourse.errors import CourseError

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


def parser() -> argparse.ArgumentParser:
    """Return the parser of all commands."""
    main = argparse.ArgumentParser(
        prog="cnncourse",
        description="Convolutional networks to build, train and look into.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    main.add_argument("--version", action="version", version=__version__)
    commands = main.add_subparsers(dest="command", required=True)

    commands.add_parser("list", help="name, year, paper, size of networks")

    summary = commands.add_parser("summary", help="layers of one network")
    summary.add_argument("name", help="a name from `cnncourse list`")

    train = commands.add_parser("train", help="train one network")
    train.add_argument("name", help="a name from `cnncourse list`")
    train.add_argument(
        "--data", help="digits, shapes, mnist, cifar10, ... or a folder"
    )
    train.add_argument("--scale", help="quick (bundled data) or full")
    train.add_argument("--epochs", type=int, help="passes over the pictures")
    train.add_argument("--batch-size", type=int, help="pictures a step")
    train.add_argument("--lr", type=float, help="highest learning rate")
    train.add_argument("--seed", type=int, default=0)
    train.add_argument("--out", type=Path, help="folder for checkpoints")

    record = commands.add_parser("record", help="make missing recorded runs")
    record.add_argument("names", nargs="*", help="plans; all without names")
    record.add_argument("--minutes", type=float, default=float("inf"))
    record.add_argument("--out", type=Path, help="folder of the records")

    runs = commands.add_parser("runs", help="compare the recorded runs")
    runs.add_argument("names", nargs="*", help="plans; all without names")
    runs.add_argument("--out", type=Path, help="folder of the records")

    export = commands.add_parser(
        "export", help="train a plan and write it as a network for pages"
    )
    export.add_argument("plan", help="a plan; `cnncourse runs` names some")
    export.add_argument("--seed", type=int, default=0)
    export.add_argument("--out", type=Path, help="folder of the network")
    export.add_argument("--work", type=Path, help="folder for checkpoints")

    cache = commands.add_parser("cache", help="place and size of the cache")
    cache.add_argument("--clear", action="store_true", help="empty it")

    return main


def list_networks(arguments: argparse.Namespace) -> None:
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


def show_summary(arguments: argparse.Namespace) -> None:
    from cnncourse import architectures, summary

    entry = architectures.info(arguments.name)
    model = summary.on_meta(arguments.name)
    print(f"{entry.title} ({entry.paper})")
    print(summary.layer_table(model, entry.input_size))


def train_network(arguments: argparse.Namespace) -> None:
    import torch

    from cnncourse import architectures, datasets, notebook, training
    from cnncourse.training import processes

    full = notebook.scale(arguments.scale) == "full"
    entry = architectures.info(arguments.name)
    name = arguments.data or ("mnist" if full else "digits")
    data = datasets.load(name, size=entry.input_size[1])
    chosen = {
        key: value
        for key in ("epochs", "batch_size", "lr")
        if (value := getattr(arguments, key)) is not None
    }
    recipe = training.Recipe(**{"batch_size": 128 if full else 32, **chosen})
    torch.manual_seed(arguments.seed)
    fitting = {
        "num_classes": len(data.classes),
        "in_channels": data.train.images.shape[1],
    }
    known = inspect.signature(entry.build).parameters
    model = architectures.create(
        arguments.name,
        **{name: value for name, value in fitting.items() if name in known},
    )
    first = processes.rank() == 0  # of several processes, one speaks
    if first:
        print(f"{entry.title} on {data.form}")
    history = training.fit(
        model, data, recipe, seed=arguments.seed, folder=arguments.out
    )
    if first:
        print(
            f"test accuracy {history.test_accuracy:.2f} % after "
            f"{len(history.epochs)} epochs, {history.seconds:.1f} s"
        )
    if first and arguments.out:
        path = arguments.out / "last.pt"
        kept = path.is_file() and training.read_checkpoint(path)
        kept = kept and kept["progress"]["finished"]
        print(f"weights: {path}" if kept else f"no room for {path}")


def record_runs(arguments: argparse.Namespace) -> None:
    from cnncourse import datasets, runs

    folder = arguments.out or datasets.data_folder() / "runs"
    for path in runs.record(arguments.names, folder, arguments.minutes):
        print(path, flush=True)


def list_runs(arguments: argparse.Namespace) -> None:
    from cnncourse import datasets, runs

    folder = arguments.out or datasets.data_folder() / "runs"
    groups = runs.groups(arguments.names, folder)
    print(f"{'run':34}{'seeds':>6}{'test %':>16}{'seconds':>9}  where")
    for name, group in groups.items():
        print(
            f"{name:34}{len(group):>6}{group!s:>16}"
            f"{group.seconds:>9.1f}  {group.device}"
        )
    missing = [name for name in runs.PLANS if name not in groups]
    if missing and not arguments.names:
        print(
            f"\n{len(missing)} plans have no run in {folder}. The next: "
            f"cnncourse record {missing[0]}"
        )


def export_network(arguments) -> None:
    from cnncourse import live

    path = live.make(
        arguments.plan, arguments.seed, arguments.out, arguments.work
    )
    record = live.read(path)["record"]
    print(
        f"{path}, {path.stat().st_size / 1000:.0f} kB; test accuracy "
        f"{record['test_accuracy']} % with weights of 8 bits, "
        f"{record['test_accuracy_of_32_bits']} % with 32"
    )


def show_cache(arguments: argparse.Namespace) -> None:
    from cnncourse import datasets

    print(datasets.cache(clear=arguments.clear))


COMMANDS = {
    "list": list_networks,
    "summary": show_summary,
    "train": train_network,
    "record": record_runs,
    "runs": list_runs,
    "export": export_network,
    "cache": show_cache,
}


def main(words: list[str] | None = None) -> int:
    """Run one command; return the exit status."""
    arguments = parser().parse_args(words)
    try:
        COMMANDS[arguments.command](arguments)
    except CourseError as error:
        print(f"cnncourse: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt as stop:
        print(f"cnncourse: {stop or 'stopped'}", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
