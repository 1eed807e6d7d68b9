"""Recorded runs as data: one training each, or all seeds of one plan."""

import base64
import hashlib
import json
import os
import stat
import zlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import mean
from typing import Annotated, Any

import numpy as np
import torch
from pydantic import Field
from torch import Tensor

from cnncourse.datasets import data_folder
from cnncourse.doors import door, shown
from cnncourse.errors import CourseError, told, unknown
from cnncourse.kinds import AnyPath, NotNegative, OutFolder, Seed
from cnncourse.runs.plan import Change, FileName, Option
from cnncourse.runs.plans import PLANS, PlanName
from cnncourse.training import History, Trials

MOST_BYTES = 2**24  # of a file that is read
MOST_PICTURES = 10**8
PARTS = {"train", "validation", "test"}


Pictures = Annotated[int, Field(ge=0, le=MOST_PICTURES)]
Day = Annotated[
    str,
    Field(
        pattern=r"^\d{4}-\d\d-\d\d$",
        description="a date",
        examples=['"2026-01-31"'],
    ),
]


@door
@dataclass(frozen=True)
class Run:
    """One recorded training run.

    Attributes:
        name: of the plan.
        seed: of the first weights and the order of the pictures.
        network, options, recipe, augment: what was trained, and how.
        data: the exact form of the data set.
        counts: pictures to train on, held out, and to test on.
        epochs: the history, a dictionary per epoch.
        test_accuracy: after the last epoch, in percent; None where the
            training diverged.
        seconds: wall time of the training.
        device, versions, commit, date: where and when.
        right: which test pictures the trained network gets right, by
            condition: "" as they are, "right 2" moved by two pixels; packed
            by `pack`.
        measured: numbers of the trained network, by name of the measure.

    Raises:
        CourseError: a field is none, or two contradict each other.
    """

    name: FileName
    seed: Seed
    network: str
    options: dict[str, Option]
    recipe: dict[str, Option]
    augment: str
    data: str
    counts: dict[str, Pictures]
    epochs: list[dict[str, NotNegative]]
    test_accuracy: Annotated[float, Field(ge=0, le=100)] | None
    seconds: NotNegative
    device: str
    versions: dict[str, str]
    commit: str
    date: Day
    right: dict[str, str] = field(default_factory=dict)
    measured: dict[str, list[float]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if fault := self._fault():
            raise CourseError(f"{self.file}: {fault}.")

    def _fault(self) -> str:
        """Return where the fields contradict each other, or nothing."""
        if self.counts.keys() != PARTS:
            return f"counts are of {sorted(self.counts)}, not {sorted(PARTS)}"
        planned, done = self.recipe.get("epochs"), len(self.epochs)
        early = self.test_accuracy is None or self.recipe.get("patience")
        if type(planned) is not int or not (
            done == planned or (early and done < planned)
        ):
            return f"epochs are {done}, and {planned} in the recipe"
        measures = {"train_loss", "train_accuracy"}
        if self.counts["validation"]:
            measures.add("validation_accuracy")
        for epoch in self.epochs:
            if epoch.keys() != measures:
                return f"epochs hold {sorted(epoch)}, not {sorted(measures)}"
            if max(v for k, v in epoch.items() if k != "train_loss") > 100:
                return "epochs hold an accuracy above 100 %"
        tested, accuracy = self.counts["test"], self.test_accuracy or 0
        for condition, packed in self.right.items():
            right = unpack(packed)
            if len(right) != tested:
                return f"{condition!r} has {len(right)} answers for {tested}"
            # Batches of another size may move a picture on the border.
            share, near = (
                100 * right.double().mean(),
                max(0.1, 200 / max(1, tested)),
            )
            if condition == "" and abs(share - accuracy) > near:
                return (
                    f"{share:.2f} % of the answers are right, not {accuracy}"
                )
        return ""

    @property
    def file(self) -> str:
        """What the record's file is called."""
        return f"{self.name}-seed{self.seed}.json"

    def save(self, folder: OutFolder) -> Path:
        """Write the record with its checksum; return the path."""
        fields = asdict(self)
        fields["sha256"] = _checksum(fields)
        text = json.dumps(fields, indent=1) + "\n"
        return write_whole(Path(folder) / self.file, text)

    @property
    def history(self) -> History:
        accuracy = self.test_accuracy
        if accuracy is None:
            accuracy = float("nan")
        return History(self.epochs, accuracy, self.seconds)


@door
@dataclass(frozen=True)
class Recorded(Trials):
    """The runs of one plan, a seed each.

    Attributes:
        runs: the records, by seed.
    """

    runs: tuple[Run, ...] = ()

    @property
    def seconds(self) -> float:
        """Mean wall time of a training."""
        return mean(run.seconds for run in self.runs)

    @property
    def device(self) -> str:
        """Where; several are joined."""
        return " / ".join(sorted({run.device for run in self.runs}))

    def robustness(
        self,
        change: Change,
        amounts: Annotated[Sequence[float], Field(min_length=1)],
    ) -> Tensor:
        """Return which test pictures are right after a change.

        Args:
            change: a name of the plan's conditions, such as "right".
            amounts: some of its amounts; 0 for the pictures as they are.

        Returns:
            (amounts, seeds, pictures), bool.

        Raises:
            CourseError: the runs were not asked about that.
        """
        wanted = [
            f"{change} {amount:g}" if amount else "" for amount in amounts
        ]
        for name in wanted:
            for run in self.runs:
                if name not in run.right:
                    raise unknown("condition in these runs", name, run.right)
        return torch.stack(
            [
                torch.stack([unpack(run.right[name]) for run in self.runs])
                for name in wanted
            ]
        )


@door
def pack(right: Tensor) -> str:
    """Return (pictures,) bools as a short text."""
    with told(f"right={shown(right)} cannot be packed", "Try right.cpu()."):
        right = right.flatten().bool()
        bits = np.packbits(right.numpy()).tobytes()
    packed = base64.b85encode(zlib.compress(bits, 9)).decode()
    return f"{len(right)}:{packed}"


@door
def unpack(text: str) -> Tensor:
    """Return what `pack` was given.

    Raises:
        CourseError: it is not what `pack` wrote; zlib's checksum tells.
    """
    count, _, packed = text.partition(":")
    inflate = zlib.decompressobj()
    try:
        # No more is unpacked than was announced.
        size = -(-int(count) // 8)
        if not 0 <= int(count) <= MOST_PICTURES or count != str(int(count)):
            raise ValueError(count)
        bits = inflate.decompress(base64.b85decode(packed), size + 1)
        if not inflate.eof or inflate.unused_data or len(bits) != size:
            raise ValueError(len(bits))
    except (ValueError, zlib.error) as error:
        raise CourseError(
            f"The packed answers {text[:20]!r}... are damaged; expected what "
            "runs.reading.pack returned."
        ) from error
    unpacked = np.unpackbits(np.frombuffer(bits, np.uint8), count=int(count))
    return torch.from_numpy(unpacked).bool()


def write_whole(path: Path, text: str) -> Path:
    """Write a file that is there whole or not at all; return its path.

    What a killed process has left of the same file is written over.
    """
    partial = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(text, encoding="utf-8")
        os.replace(partial, path)
    except OSError as error:
        if partial.is_file():
            partial.unlink()
        raise CourseError(
            f"{str(path)!r} cannot be written ({error.strerror}); make room, "
            "or name a folder of yours."
        ) from error
    return path


def text_of(path: Path) -> str:
    """Return what a file holds that is no device and not endless.

    Raises:
        OSError, ValueError: it is something else, or no text.
    """
    found = path.stat()
    if not stat.S_ISREG(found.st_mode) or found.st_size > MOST_BYTES:
        raise ValueError(f"it is no file of at most {MOST_BYTES} bytes")
    return path.read_text(encoding="utf-8")


def _checksum(fields: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(fields).encode()).hexdigest()


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; refuse one that has a key twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(f"a key stands twice among {[k for k, _ in pairs]}")
    return found


def read_one(path: Path) -> Run:
    """Return the record in a file.

    Older records have no checksum; all else is looked at in them, too.

    Raises:
        CourseError: it is no record, or not what was written.
    """
    try:
        fields = json.loads(text_of(path), object_pairs_hook=_once)
        if not isinstance(fields, dict):
            raise ValueError(f"it holds a {type(fields).__name__}")
        written = fields.pop("sha256", None)
        run = Run(**fields)
        if path.name != run.file:
            raise ValueError(f"its content is that of {run.file}")
        if written not in (None, _checksum(fields)):
            raise ValueError("it was changed since it was written")
    except (ValueError, OSError, RecursionError) as error:
        raise CourseError(
            f"{str(path)!r} is not a recorded run ({error}); delete it, and "
            "record it again with `cnncourse record`."
        ) from error
    return run


@door
def read(folder: AnyPath | None = None) -> list[Run]:
    """Read all records of a folder, sorted by name and seed.

    Args:
        folder: where to look; the runs that ship with the course without it.

    Raises:
        CourseError: no such folder, or a file that is no record.
    """
    runs = _records(folder)
    return sorted(runs, key=lambda run: (run.name, run.seed))


def _records(folder: str | Path | None, start: str = "") -> list[Run]:
    """Read the records of a folder whose names begin so, by name of file."""
    place = Path(folder or data_folder() / "runs")
    try:
        paths = sorted(place.iterdir())
    except OSError as error:
        raise CourseError(
            f"folder={str(place)!r} cannot be read ({error.strerror}); "
            "expected a folder of records; try leaving it out."
        ) from error
    return [
        read_one(path)
        for path in paths
        if path.suffix == ".json" and path.name.startswith(start)
    ]


@door
def load(name: FileName, folder: AnyPath | None = None) -> Recorded:
    """Return the recorded runs of one plan.

    Args:
        name: of a plan.
        folder: as of `read`.

    Raises:
        CourseError: no such record, or a file that is not one.
    """
    found = _records(folder, f"{name}-seed")
    if not found:
        known = sorted({run.name for run in read(folder)} or PLANS)
        raise unknown("recorded run", name, known)
    return _recorded(tuple(sorted(found, key=lambda run: run.seed)))


def _recorded(runs: tuple[Run, ...]) -> Recorded:
    if len({run.counts["test"] for run in runs}) > 1:
        raise CourseError(
            f"The runs of {runs[0].name} were tested on different pictures; "
            "expected the same for all seeds; try recording them again."
        )
    right = None
    if all("" in run.right for run in runs):
        right = torch.stack([unpack(run.right[""]) for run in runs])
    return Recorded(
        tuple(run.seed for run in runs),
        tuple(run.history for run in runs),
        right,
        runs=runs,
    )


@door
def groups(
    wanted: list[PlanName], folder: AnyPath | None = None
) -> dict[str, Recorded]:
    """Return the runs in a folder by plan, in the order of the plans.

    Args:
        wanted: names of plans; all that have runs if empty.
        folder: as of `read`.

    Raises:
        CourseError: an unknown plan.
    """
    found = read(folder)
    return {
        name: _recorded(own)
        for name in PLANS
        if (own := tuple(run for run in found if run.name == name))
        and (not wanted or name in wanted)
    }
