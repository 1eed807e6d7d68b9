"""The project's files agree with each other. No browser, no PyTorch.

Each rule is a function that returns what is wrong; the project must give
nothing, and a broken example of each rule must give something.
"""

import json
import re
import subprocess
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from cnncourse import claims as ledger
from cnncourse import evidence
from tools.book import stored
from tools.book.markup import alt_fault, markup_faults
from tools.book.stored import (
    LARGEST_OUTPUT,
    ONE_MACHINE,
    TABLE,
    notebook_claims,
    notebook_faults,
    toc_documents,
)

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted(
    path
    for folder in ("chapters", "exercises")
    for path in (ROOT / folder).rglob("*.ipynb")
    if ".ipynb_checkpoints" not in path.parts
)
CHAPTERS = [path for path in NOTEBOOKS if path.parent.name == "chapters"]
LARGEST = 3_000_000  # bytes
LONGEST_CELL, LONGEST_LINE = 25, 79


def tracked() -> list[Path]:
    """Return the files that git would commit."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    paths = (ROOT / name for name in listed.stdout.splitlines())
    return [path for path in paths if path.is_file()]


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def requirements(name: str) -> dict[str, Requirement]:
    lines = (line.partition("#")[0].strip() for line in read(name).split("\n"))
    found = [Requirement(line) for line in lines if line and line[0] != "-"]
    return {requirement.name: requirement for requirement in found}


def locked(text: str) -> list[tuple[Requirement, list[str]]]:
    """Return the packages of a lock file, each with its hashes."""
    lines = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)
    found = []
    for entry in lines.replace("\\\n", " ").strip().split("\n"):
        package, *hashes = entry.split("--hash=")
        found.append((Requirement(package), [h.strip() for h in hashes]))
    return found


def lock_faults(direct: dict[str, Requirement], text: str) -> list[str]:
    """Return how a lock differs from what it was made of."""
    found = []
    if "://" in text or "--index" in text:
        found.append("names an index")
    versions: dict[str, list[str]] = {}
    for package, hashes in locked(text):
        operators = [each.operator for each in package.specifier]
        if operators != ["=="] or package.url:
            found.append(f"{package} has no version")
        if not hashes or not all(
            re.fullmatch("sha256:[0-9a-f]{64}", each) for each in hashes
        ):
            found.append(f"{package} has no hash")
        name = canonicalize_name(package.name)
        versions.setdefault(name, []).append(str(package.specifier))
    for package in direct.values():
        name = canonicalize_name(package.name)
        if versions.get(name) != [str(package.specifier)]:
            found.append(f"{package} is not what is locked; say make lock")
    return found


def text_of(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def style_faults(notebook: dict) -> list[str]:
    """Return what a committed notebook may not hold, beside its faults."""
    found = []
    metadata = notebook["metadata"]
    language = set(metadata.get("language_info", {})) - {"name"}
    known = {"cnncourse", "kernelspec", "language_info", "mystnb"}
    extra = set(metadata) - known
    found += [f"metadata: {key}" for key in sorted(language | extra)]
    if metadata.get("kernelspec", {}).get("name", "python3") != "python3":
        found.append("metadata: a kernel of one machine")
    names = [cell.get("id") for cell in notebook["cells"]]
    if None in names or len(set(names)) < len(names):
        found.append("cells without an id of their own")
    for number, cell in enumerate(notebook["cells"]):
        source = text_of(cell["source"])
        lines = source.split("\n")
        if cell["cell_type"] != "code":
            continue
        if len(lines) > LONGEST_CELL:
            found.append(f"cell {number}: {len(lines)} lines")
        if max(map(len, lines)) > LONGEST_LINE:
            found.append(f"cell {number}: a line of {max(map(len, lines))}")
        if "execution" in cell["metadata"]:
            found.append(f"cell {number}: times of one execution")
    return found


def first_cell_faults(notebook: dict, address: str) -> list[str]:
    """Return what is wrong with the cell that Colab runs first."""
    cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
    installs = [c for c in cells if "pip install" in text_of(c["source"])]
    if installs != cells[:1]:
        return ["the first code cell, and no other, installs the package"]
    lines = [line.strip() for line in text_of(cells[0]["source"]).split("\n")]
    found = [line for line in lines if "pip" in line]
    expected = [f"%pip install -q git+{address}"]
    return [] if found == expected else [f"{found} is not {expected}"]


def address_faults(texts: dict[str, str], address: str) -> list[str]:
    """Return places that name another address of the project."""
    named = re.compile(
        r"(?:git\+|git clone |Repository = \"|^\s+url: |repository-code: )"
        r"(https?://[^\s\"'\\`)]+)",
        re.MULTILINE,
    )
    return [
        f"{name}: {other}"
        for name, text in texts.items()
        for other in named.findall(text)
        if other.removesuffix(".git") != address
    ]


def link_faults(path: Path, text: str) -> list[str]:
    """Return relative links of a Markdown text that lead nowhere."""
    text = re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)
    found = []
    for link in re.findall(r"\]\(([^()\s]+)\)", text):
        target, _, _ = link.partition("#")
        outside = re.match(r"[a-z]+:", link)
        if target and not outside and not (path.parent / target).exists():
            found.append(f"{path.name}: {link}")
    return found


def address() -> str:
    return yaml.safe_load(read("_config.yml"))["repository"]["url"]


@pytest.mark.parametrize("rule", ["check", "format --check"])
def test_ruff_finds_nothing(rule):
    ruff = Path(sys.executable).with_name("ruff")
    command = [str(ruff), *rule.split(), "--quiet", "."]
    found = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert found.returncode == 0, found.stdout + found.stderr


def test_toc_lists_every_chapter_and_nothing_else():
    documents = toc_documents(ROOT)
    assert len(set(documents)) == len(documents)
    for document in documents:
        assert any(
            (ROOT / f"{document}{suffix}").is_file()
            for suffix in (".md", ".ipynb")
        ), document
    pages = [*(ROOT / "chapters").glob("*.md"), *CHAPTERS]
    stored = {f"chapters/{page.stem}" for page in pages}
    assert stored == {d for d in documents if d.startswith("chapters/")}


def test_requirements_and_package_agree():
    project = tomllib.loads(read("pyproject.toml"))["project"]
    everything = requirements("requirements.in")
    for line in project["dependencies"]:
        loose = Requirement(line)
        pinned = everything[loose.name]
        version = next(iter(pinned.specifier)).version
        assert loose.specifier.contains(version), line
        assert all(s.operator == ">=" for s in loose.specifier), line
    assert "-r requirements-book.in" in read("requirements.in")
    for name in ("requirements.in", "requirements-book.in"):
        for requirement in requirements(name).values():
            specifiers = list(requirement.specifier)
            assert [s.operator for s in specifiers] == ["=="], requirement
            assert Version(specifiers[0].version)


def test_the_locks_are_made_of_the_requirements():
    book = requirements("requirements-book.in")
    every = book | requirements("requirements.in")
    assert lock_faults(book, read("requirements-book.txt")) == []
    assert lock_faults(every, read("requirements.txt")) == []
    small, whole = (
        {(p.name, str(p.specifier)): sorted(hashes) for p, hashes in lock}
        for lock in (
            locked(read("requirements-book.txt")),
            locked(read("requirements.txt")),
        )
    )
    assert small.items() <= whole.items()
    assert not {"torch", "numpy", "pydantic"} & {name for name, _ in small}


def test_readme_names_commands_and_versions_that_exist():
    targets = re.findall(r"^(\w+):", read("Makefile"), re.MULTILINE)
    for name in ("README.md", "CONTRIBUTING.md", "chapters/colab.md"):
        named = set(re.findall(r"\bmake (?:PYTHON=\S+ )?([a-z]+)", read(name)))
        prose = {"one", "sure", "a"}
        assert named - prose <= set(targets), name
    assert re.search(r"^make book", read("README.md"), re.MULTILINE)
    assert re.search(r"^make test", read("README.md"), re.MULTILINE)
    project = tomllib.loads(read("pyproject.toml"))["project"]
    oldest = project["requires-python"].removeprefix(">=")
    assert f"Python {oldest} or newer" in read("README.md")
    assert f"({oldest.replace('.', ', ')})" in read("Makefile")


def test_addresses_agree():
    names = ["_config.yml", "pyproject.toml", "README.md", "CONTRIBUTING.md"]
    names += ["CITATION.cff"]
    paths = [*(ROOT / "chapters").glob("*.md"), *NOTEBOOKS]
    names += [path.relative_to(ROOT).as_posix() for path in paths]
    texts = {name: read(name) for name in names}
    assert address_faults(texts, address()) == []


def test_citation_and_changelog_name_the_version():
    citation = yaml.safe_load(read("CITATION.cff"))
    for key in ("cff-version", "message", "title", "authors"):
        assert citation[key], key
    assert citation["cff-version"] == "1.2.0"
    assert f'__version__ = "{citation["version"]}"' in read(
        "cnncourse/__init__.py"
    )
    named = re.findall(r"^## \[?([\w.]+)", read("CHANGELOG.md"), re.MULTILINE)
    assert named[:2] == ["Unreleased", citation["version"]]


def test_hooks_call_programs_that_are_installed():
    hooks = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    entries = [hook["entry"] for repo in hooks for hook in repo["hooks"]]
    programs = {Path(entry.split()[0]).name for entry in entries}
    assert programs == {"ruff", "mypy"} <= set(requirements("requirements.in"))


def test_no_file_is_too_large():
    large = [path for path in tracked() if path.stat().st_size > LARGEST]
    assert large == []


def test_no_file_names_a_path_of_one_machine():
    for path in tracked():
        if path.suffix in {".py", ".md", ".toml", ".yml", ".cfg", ".json"}:
            found = ONE_MACHINE.search(path.read_text("utf-8"))
            assert not found, f"{path.name}: {found}"


def test_markdown_links_resolve():
    for path in tracked():
        if path.suffix == ".md":
            assert link_faults(path, path.read_text("utf-8")) == []
    for path in CHAPTERS:
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                assert link_faults(path, text_of(cell["source"])) == []


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_chapter_is_fit_to_publish(path):
    notebook = json.loads(path.read_text("utf-8"))
    assert style_faults(notebook) == []
    assert first_cell_faults(notebook, address()) == []
    assert notebook_faults(path) == []
    for claim in notebook_claims(path):
        assert claim["chapter"] == path.stem


# From here on: every rule must be able to fail.

ADDRESS = "https://github.com/cnncourse/cnncourse"


def code(source="1", outputs=(), count=1, **metadata) -> dict:
    return {
        "cell_type": "code",
        "id": f"cell-{count}",
        "source": source,
        "outputs": list(outputs),
        "execution_count": count,
        "metadata": metadata,
    }


def notebook(*cells: dict, **metadata) -> dict:
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4}


def shows(**data: object) -> dict:
    names = {
        "html": "text/html",
        "plain": "text/plain",
        "markdown": "text/markdown",
        "png": "image/png",
        "svg": "image/svg+xml",
        "claims": TABLE,
        "program": "application/javascript",
        "widget": "application/vnd.jupyter.widget-view+json",
        "plotly": "application/vnd.plotly.v1+json",
    }
    bundle = {names[key]: value for key, value in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


BAD_STYLE = {
    "version": notebook(code(), language_info={"version": "3.11.7"}),
    "kernel": notebook(code(), kernelspec={"name": "my-env"}),
    "ids": notebook(code(), code(count=1)),
    "long cell": notebook(code("x = 1\n" * (LONGEST_CELL + 1))),
    "long line": notebook(code("x" * (LONGEST_LINE + 1))),
    "times": notebook(code(execution={})),
}


@pytest.mark.parametrize("name", BAD_STYLE)
def test_bad_style_is_reported(name):
    assert style_faults(BAD_STYLE[name]) != []
    assert style_faults(notebook(code())) == []


INSTALL = f"%pip install -q git+{ADDRESS}"


@pytest.mark.parametrize(
    ("cells", "good"),
    [
        ([code(f"try:\n    import x\nexcept E:\n    {INSTALL}")], True),
        ([code("1"), code(INSTALL, count=2)], False),
        ([code(f"{INSTALL} numpy")], False),
        ([code(f"{INSTALL}-fork")], False),
        ([code(INSTALL), code("%pip install x", count=2)], False),
    ],
)
def test_the_first_cell_is_checked(cells, good):
    assert (first_cell_faults(notebook(*cells), ADDRESS) == []) is good


@pytest.mark.parametrize(
    "text",
    [
        "pip install git+https://github.com/other/cnncourse",
        "git clone https://github.com/cnncourse/other",
        'Repository = "https://github.com/cnncourse/old"',
        "repository:\n  url: https://github.com/a/b",
        "repository-code: https://github.com/cnncourse/other",
    ],
)
def test_another_address_is_reported(text):
    assert len(address_faults({"a": text}, ADDRESS)) == 1


def test_a_broken_markdown_link_is_reported():
    here = ROOT / "README.md"
    assert link_faults(here, "[a](gone.md)") == ["README.md: gone.md"]
    assert link_faults(here, "[a](LICENSE) [b](https://x.org) `[](y)`") == []


def stored_as(tmp_path: Path, *cells: dict) -> Path:
    path = tmp_path / "chapter.ipynb"
    path.write_text(json.dumps(notebook(*cells)))
    return path


ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "x"}
STDERR = {"output_type": "stream", "name": "stderr", "text": "loading"}
ALT = {"mystnb": {"image": {"alt": "A curve that falls"}}}


def said(text: str) -> dict:
    return {"output_type": "stream", "name": "stdout", "text": text}


def result(count: int) -> dict:
    return shows(plain="1") | {
        "output_type": "execute_result",
        "execution_count": count,
    }


BAD_CELLS = {
    "error": code(outputs=[ERROR]),
    "never run": code(count=None),
    "out of order": code(count=2),
    "another execution": code(outputs=[result(2)]),
    "stderr": code(outputs=[STDERR]),
    "traceback": code(outputs=[said("Traceback (most recent call last):")]),
    "warning": code(outputs=[said("a.py:3: UserWarning: slow")]),
    "traceback as HTML": code(
        outputs=[shows(html="<pre>Traceback (most recent call last)</pre>")]
    ),
    "path": code(outputs=[said("/" + "home/ann/x")]),
    "path in a source": code("open('/" + "Users/ann/x')"),
    "path of Windows": code(outputs=[said("C:" + "\\Users\\ann")]),
    "large": code(outputs=[said("x" * LARGEST_OUTPUT)]),
    "png": code(outputs=[shows(png="iVBOR")]),
    "png of nothing": code(
        outputs=[shows(png="iVBOR")], mystnb={"image": {"alt": "a" * 30}}
    ),
    "program": code(outputs=[shows(program="let a")]),
    "widget": code(outputs=[shows(widget={}, plain="x")]),
    "plot of another library": code(outputs=[shows(plotly={}, plain="x")]),
    "markdown": code(outputs=[shows(markdown="<script>let a</script>")]),
    "svg": code(outputs=[shows(svg="<svg><script/></svg>")], **ALT),
    "html": code(outputs=[shows(html="<img>")]),
}
GOOD_CELLS = [
    code(outputs=[ERROR], tags=["raises-exception"]),
    code(outputs=[shows(png="iVBOR"), result(2)], count=2, **ALT),
    code(
        outputs=[
            shows(html='<svg role="img" aria-label="Box, circle, end"></svg>'),
            shows(html='<img alt="A curve that falls" src="a">'),
            said("UserWarnings are none; see https://example.org/home/ann"),
        ],
        count=3,
    ),
]


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_output_is_reported(tmp_path, name):
    found = notebook_faults(stored_as(tmp_path, BAD_CELLS[name]))
    assert len(found) == 1, found
    assert all(fault.startswith("chapter.ipynb, cell 0 ") for fault in found)


def test_good_outputs_are_not_reported(tmp_path):
    assert notebook_faults(stored_as(tmp_path, *GOOD_CELLS)) == []


def test_a_notebook_that_is_none_is_reported(tmp_path):
    path = stored_as(tmp_path)
    path.write_text(path.read_text() + "\n<<<<<<< HEAD\n")
    assert "is no notebook" in notebook_faults(path)[0]
    path.write_text(json.dumps(notebook(code(), widgets={})))
    assert "state of widgets" in notebook_faults(path)[0]


HOST = "//example.org/a"
BAD_MARKUP = [
    "<script>let a</script>",
    "<SCRIPT\tsrc=a.js></SCRIPT>",
    "<iframe src=a.html></iframe>",
    "<object data=a.svg></object>",
    "<embed src=a.svg>",
    "<base href=a>",
    "<link rel=stylesheet href=a.css>",
    '<meta http-equiv="refresh" content="0; url=a.html">',
    "<noscript>a</noscript>",
    '<p onclick="a()">x</p>',
    '<svg aria-hidden="true" onload="a()"></svg>',
    '<a href="javascript:a()">x</a>',
    '<a href=" JavaScript&colon;a()">x</a>',
    '<a href="java&#10;script:a()">x</a>',
    '<a href="data:text/html,x">x</a>',
    f'<img alt="A curve that falls" src="https:{HOST}">',
    f'<img alt="A curve that falls" src="{HOST}">',
    f'<img alt="A curve that falls" src="/\\{HOST[2:]}">',
    f'<img alt="A curve that falls" src="a" srcset="b 1x, {HOST} 2x">',
    f'<video poster="http:{HOST}"></video>',
    f'<audio src="http:{HOST}"></audio>',
    f'<form action="https:{HOST}"></form>',
    f'<table background="{HOST}"></table>',
    f'<a href="a" ping="{HOST}">x</a>',
    f'<svg aria-hidden="true"><image href="{HOST}"/></svg>',
    f'<svg aria-hidden="true"><use xlink:href="{HOST}"/></svg>',
    f'<svg aria-hidden="true"><rect fill="url({HOST})"/></svg>',
    '<svg aria-hidden="true"><animate values="a;javascript:b()"/></svg>',
    f'<p style="background: url({HOST})">x</p>',
    f"<p style=\"background: URL('https:{HOST}')\">x</p>",
    f'<p style="background: image-set(&quot;{HOST}&quot; 1x)">x</p>',
    f"<style>p {{ background: url({HOST}) }}</style>",
    '<style>@import "a.css";</style>',
    '<p style="background: u\\72l(a)">x</p>',
    '<img src="a">',
    '<img src="a" alt="plot">',
    '<svg width="9"></svg>',
    '<canvas width="9"></canvas>',
    '<div role="img">x</div>',
]


@pytest.mark.parametrize("html", BAD_MARKUP)
def test_bad_markup_is_reported(html):
    assert len(list(markup_faults(html))) == 1


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/a?b=//c">x</a> <a href="#a">y</a>',
        '<img alt="A curve that falls" src="data:image/png;base64,a//b+/=">',
        "<img alt='A curve of https://a.org' src='data:image/svg+xml,%3Csvg "
        'xmlns="http://www.w3.org/2000/svg"/%3E\'>',
        '<svg aria-hidden="true" xmlns="http://www.w3.org/2000/svg"></svg>',
        '<svg><title>A curve that falls</title><svg width="1"></svg></svg>',
        '<p aria-hidden="true"><img src="a"></p>',
        '<svg role="img" aria-labelledby="a b"><desc id="b">that falls</desc>'
        '<title id="a">A curve</title></svg>',
        '<p style="fill: url(#a); color: red /* // */">x</p>',
        "<style>p { background: url(data:image/png;base64,a//b) }</style>",
        '<details open><summary>x</summary><input type="range"></details>',
    ],
)
def test_good_markup_is_not_reported(html):
    assert list(markup_faults(html)) == []


@pytest.mark.parametrize(
    "alt",
    [
        "", "plot", "a" * 40, "aaaa bbbb cccc dddd", "image of a plot here",
        "figures/loss_of_lenet", "a long name of a file.png", ". . . . . . .",
        "Figure 1: image 1, output 23", "TODO: alternative text for this plot",
        "12345678901234567890",
    ],
)  # fmt: skip
def test_an_alternative_text_that_says_nothing_is_reported(alt):
    assert alt_fault(alt)


def test_what_the_book_knows_by_heart_is_so():
    """The build does without PyTorch, which these modules need."""
    assert ledger.TABLE == TABLE
    assert ledger.MARKS == stored.MARKS
    assert list(ledger.MARKS) == list(stored.MARKS)
    assert evidence.FINDING == stored.FINDING
    given = dict.fromkeys(stored.CLAIM_KEYS, "x") | {"verdict": "wrong"}
    assert asdict(ledger.Claim(**given)) == given | {"cited": "", "link": ""}


@pytest.mark.parametrize(
    "text",
    [
        "a==1 \\\n    --hash=md5:00",
        "a==1",
        "a>=1 \\\n    --hash=sha256:" + "0" * 64,
        "a==2 \\\n    --hash=sha256:" + "0" * 64,
        "b==1 \\\n    --hash=sha256:" + "0" * 64,
        "--index-url https://example.org\na==1 --hash=sha256:" + "0" * 64,
    ],
)
def test_a_lock_that_does_not_hold_is_reported(text):
    direct = {"a": Requirement("a==1")}
    good = "# by\na==1 \\\n    --hash=sha256:" + "0" * 64
    assert lock_faults(direct, good) == []
    text = re.sub("^--index.*\n", "# https://example.org\n", text)
    assert lock_faults(direct, text) != []


ONE = {
    "id": "a",
    "chapter": "chapter",
    "claim": "one is one",
    "source": "folklore",
    "claimed": "1",
    "computed": "1",
    "verdict": "right",
    "note": "",
}

FULL = {**ONE, "cited": "", "link": ""}


def claims(*changes: dict, html: str = '<p id="claim-a">x</p>') -> dict:
    found = [
        shows(claims=[{**ONE, **change}], html=html) for change in changes
    ]
    return code(outputs=found)


@pytest.mark.parametrize(
    "cell",
    [
        claims({"verdict": "maybe"}),
        claims({}, {}),
        claims({}, html="<p>x</p>"),
        code(
            outputs=[shows(claims=[{"id": "a"}], html='<p id="claim-a"></p>')]
        ),
    ],
    ids=["verdict", "twice", "no anchor", "no keys"],
)
def test_a_bad_claim_is_refused(tmp_path, cell):
    with pytest.raises(ValueError, match=r"chapter\.ipynb: claim 'a'"):
        notebook_claims(stored_as(tmp_path, cell))


def test_a_good_claim_is_read(tmp_path):
    assert notebook_claims(stored_as(tmp_path, claims({}))) == [FULL]


def test_a_table_of_claims_is_read(tmp_path):
    other = {**ONE, "id": "b", "verdict": "right under a condition"}
    page = '<tr id="claim-b"></tr><tr id="claim-a"></tr>'
    table = code(outputs=[shows(claims=[other, ONE], html=page)])
    found = notebook_claims(stored_as(tmp_path, table))
    assert found == [{**FULL, **other}, FULL]
