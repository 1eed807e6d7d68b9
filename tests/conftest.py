"""Settings and fixtures that all tests share."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pages import Lab

from cnncourse.errors import CourseError
from tools.build import build
from tools.measure import chromium, served

ROOT = Path(__file__).resolve().parents[1]

# Where the variable is 1, a case with the marker may not be skipped.
REQUIRED = {
    "data": "CNNCOURSE_REQUIRE_DATA",
    "browser": "CNNCOURSE_REQUIRE_BROWSER",
}


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item, call):
    """Turn a skip into a failure where it was said that none may happen."""
    report = (yield).get_result()
    if not report.skipped or hasattr(report, "wasxfail"):
        return
    for marker, variable in REQUIRED.items():
        required = os.environ.get(variable) == "1"
        if required and item.get_closest_marker(marker):
            report.outcome = "failed"
            report.longrepr = (
                f"skipped although {variable}=1: {report.longrepr}"
            )


def pytest_collection_modifyitems(items):
    """Mark by fixture, so that no test can forget its marker."""
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "data_root" in names:
            item.add_marker("data")
        if "browser" in names:
            item.add_marker("browser")


@pytest.fixture(scope="session")
def data_root() -> Path:
    """The folder with the full data sets; skips where there is none."""
    folder = os.environ.get("CNNCOURSE_DATA")
    if not folder:
        pytest.skip("CNNCOURSE_DATA is not set: no full data sets")
    if not Path(folder).is_dir():
        pytest.skip(f"CNNCOURSE_DATA is {folder}, which is no folder")
    return Path(folder)


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder and returns its address."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(served(folder))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The book, built once, with warnings as errors."""
    pages = tmp_path_factory.mktemp("book") / "html"
    build(ROOT, pages)
    return pages


@pytest.fixture(scope="session")
def browser() -> Iterator:
    """Headless Chromium; skips where none is installed."""
    with ExitStack() as stack:
        try:
            started = stack.enter_context(chromium())
        except CourseError as error:
            pytest.skip(str(error))
        yield started


@pytest.fixture(scope="module")
def lab(browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    """A page in Chromium that may neither complain nor ask other hosts."""
    room = Lab(browser, tmp_path_factory.mktemp("lab"))
    yield room
    assert not room.complaints
