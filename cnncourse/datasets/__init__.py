"""Pictures with labels, in three parts, ready for the device."""

from cnncourse.datasets.catalogue import data_folder, load, names
from cnncourse.datasets.data import Data, Split, batches
from cnncourse.datasets.files import cache
from cnncourse.datasets.painting import Nuisance

__all__ = [
    "Data",
    "Nuisance",
    "Split",
    "batches",
    "cache",
    "data_folder",
    "load",
    "names",
]
