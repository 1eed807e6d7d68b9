"""The project's files agree with each other. No browser, no PyTorch.

Each rule is a function that returns what is wrong; the project must give
nothing, and a broken example of each rule must give something.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from cnncourse.claims import TABLE
from tools.book.stored import notebook_claims, notebook_faults, toc_documents

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
ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:home|root|Users|work|tmp|mnt/data)/\w|site[-]packages/"
)


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
    count = 0
    for number, cell in enumerate(notebook["cells"]):
        source = text_of(cell["source"])
        lines = source.split("\n")
        if ONE_MACHINE.search(json.dumps(cell)):
            found.append(f"cell {number}: a path of one machine")
        if cell["cell_type"] != "code":
            continue
        if len(lines) > LONGEST_CELL:
            found.append(f"cell {number}: {len(lines)} lines")
        if max(map(len, lines)) > LONGEST_LINE:
            found.append(f"cell {number}: a line of {max(map(len, lines))}")
        if source.strip():
            count += 1
            if cell["execution_count"] != count:
                found.append(f"cell {number}: not executed in order")
        if "execution" in cell["metadata"]:
            found.append(f"cell {number}: times of one execution")
        for output in cell["outputs"]:
            if output.get("name") == "stderr":
                said = text_of(output["text"])[:60]
                found.append(f"cell {number}: stored on stderr: {said}")
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
    everything = requirements("requirements.txt")
    for line in project["dependencies"]:
        loose = Requirement(line)
        pinned = everything[loose.name]
        version = next(iter(pinned.specifier)).version
        assert loose.specifier.contains(version), line
        assert all(s.operator == ">=" for s in loose.specifier), line
    assert "-r requirements-book.txt" in read("requirements.txt")
    assert not {"torch", "torchvision"} & set(
        requirements("requirements-book.txt")
    )
    for name in ("requirements.txt", "requirements-book.txt"):
        for requirement in requirements(name).values():
            specifiers = list(requirement.specifier)
            assert [s.operator for s in specifiers] == ["=="], requirement
            assert Version(specifiers[0].version)


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
    assert (
        programs == {"ruff", "mypy"} <= set(requirements("requirements.txt"))
    )


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
    names = {"html": "text/html", "png": "image/png", "claims": TABLE}
    bundle = {names[key]: value for key, value in data.items()}
    return {"output_type": "display_data", "data": bundle, "metadata": {}}


STDERR = {"output_type": "stream", "name": "stderr", "text": "UserWarning: x"}
PATH = {"output_type": "stream", "name": "stdout", "text": "/" + "home/ann/x"}
BAD_STYLE = {
    "version": notebook(code(), language_info={"version": "3.11.7"}),
    "widgets": notebook(code(), widgets={}),
    "kernel": notebook(code(), kernelspec={"name": "my-env"}),
    "ids": notebook(code(), code(count=1)),
    "long cell": notebook(code("x = 1\n" * (LONGEST_CELL + 1))),
    "long line": notebook(code("x" * (LONGEST_LINE + 1))),
    "order": notebook(code(count=2)),
    "never run": notebook(code(count=None)),
    "times": notebook(code(execution={})),
    "warning": notebook(code(outputs=[STDERR])),
    "path": notebook(code(outputs=[PATH])),
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


def stored(tmp_path: Path, *cells: dict) -> Path:
    path = tmp_path / "chapter.ipynb"
    path.write_text(json.dumps(notebook(*cells)))
    return path


ERROR = {"output_type": "error", "ename": "ValueError", "evalue": "x"}
ALT = {"mystnb": {"image": {"alt": "A curve that falls"}}}
BAD_CELLS = {
    "error": code(outputs=[ERROR]),
    "never run": code(count=None),
    "png": code(outputs=[shows(png="iVBOR")]),
    "img": code(outputs=[shows(html='<img src="a">')]),
    "short alt": code(outputs=[shows(html='<img alt="plot"/>')]),
    "svg": code(outputs=[shows(html='<svg role="img"></svg>')]),
    "script": code(outputs=[shows(html="<script>let a</script>")]),
    "handler": code(outputs=[shows(html='<p onclick="a()">x</p>')]),
}
GOOD_CELLS = [
    code(outputs=[ERROR], tags=["raises-exception"]),
    code(outputs=[shows(png="iVBOR")], count=2, **ALT),
    code(
        outputs=[
            shows(html='<svg role="img" aria-label="A box"></svg>'),
            shows(html='<img alt="A curve that falls" src="a">'),
        ],
        count=3,
    ),
]


@pytest.mark.parametrize("name", BAD_CELLS)
def test_a_bad_output_is_reported(tmp_path, name):
    assert len(notebook_faults(stored(tmp_path, BAD_CELLS[name]))) == 1


def test_good_outputs_are_not_reported(tmp_path):
    assert notebook_faults(stored(tmp_path, *GOOD_CELLS)) == []


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
        notebook_claims(stored(tmp_path, cell))


def test_a_good_claim_is_read(tmp_path):
    assert notebook_claims(stored(tmp_path, claims({}))) == [FULL]


def test_a_table_of_claims_is_read(tmp_path):
    other = {**ONE, "id": "b", "verdict": "right under a condition"}
    page = '<tr id="claim-b"></tr><tr id="claim-a"></tr>'
    table = code(outputs=[shows(claims=[other, ONE], html=page)])
    found = notebook_claims(stored(tmp_path, table))
    assert found == [{**FULL, **other}, FULL]
