"""What the book's notebooks store: pages, outputs, claims, findings."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sphinx_external_toc.parsing import parse_toc_yaml

from cnncourse.marks import CLAIM_KEYS, FINDING, MARKS, TABLE
from tools.book.markup import alt_fault, markup_faults

FIGURE = re.compile(
    r'<figure\b[^>]*\bclass="[^"]*\bcnn-figure\b.*?</figure>', re.DOTALL
)
SHOWN = re.compile(
    r"text/(plain|html|markdown|latex)|image/(png|jpeg|svg\+xml)"
    r"|application/vnd\.cnncourse\.\w+\+json"
)
TRACEBACK = re.compile(
    r"Traceback \(most recent call last\)|\b[A-Z]\w*Warning: "
)
ONE_MACHINE = re.compile(
    r"(?<![\w.])/(?:home|root|Users|work|tmp|mnt/data)/\w|site[-]packages/"
    r"|\b[A-Z]:\\+Users\\"
)
LARGEST_OUTPUT = 300_000  # bytes
RUN = "run `make chapters`"


def toc_documents(root: Path) -> list[str]:
    """Return the documents of `_toc.yml`, without suffix, in book order."""
    site = parse_toc_yaml(root / "_toc.yml")

    def walk(document: str) -> Iterator[str]:
        yield str(Path(document).with_suffix(""))
        for child in site[document].child_files() if document in site else ():
            yield from walk(child)

    return list(walk(site.root.docname))


def toc_notebooks(root: Path) -> list[tuple[str, Path]]:
    """Return (document, path) of the notebooks among the book's pages."""
    pages = [(d, root / f"{d}.ipynb") for d in toc_documents(root)]
    return [(document, path) for document, path in pages if path.is_file()]


def _text(value: str | list[str]) -> str:
    return value if isinstance(value, str) else "".join(value)


def _output_faults(output: dict[str, Any], cell: dict) -> Iterator[str]:
    kind = output["output_type"]
    tagged = "raises-exception" in cell["metadata"].get("tags", [])
    if kind == "error" and not tagged:
        yield f"stores the error {output['ename']}: {output['evalue']}; {RUN}"
    if output.get("name") == "stderr":
        said = _text(output["text"]).strip()[:60]
        yield f"stores on stderr: {said}; mend the cause, then {RUN}"
    if (
        output.get("execution_count", cell["execution_count"])
        != (cell["execution_count"])
    ):
        yield f"stores the output of another execution; {RUN}"
    size = len(json.dumps(output))
    if size > LARGEST_OUTPUT:
        yield (
            f"stores an output of {size:,} bytes, over {LARGEST_OUTPUT:,}; "
            "show less, or fewer pixels"
        )
    data = {
        mime: _text(text)
        for mime, text in output.get("data", {}).items()
        if mime.startswith(("text/", "image/svg"))
    }
    plain = [_text(output.get("text", "")), *data.values()]
    if not tagged and any(map(TRACEBACK.search, plain)):
        yield f"shows a traceback or a warning; mend the cause, then {RUN}"
    for mime in output.get("data", {}):
        if not SHOWN.fullmatch(mime):
            yield (
                f"holds {mime}, which a page without a kernel cannot show; "
                "display HTML, SVG, PNG or text"
            )
    for mime, text in data.items():
        if mime != "text/plain":
            yield from markup_faults(text, named=mime == "image/svg+xml")
    if "text/html" not in data and any(
        mime.startswith("image/") for mime in output.get("data", {})
    ):
        image = cell["metadata"].get("mystnb", {}).get("image", {})
        if fault := alt_fault(image.get("alt", "")):
            yield f"shows a picture that {fault}, in metadata.mystnb.image.alt"


def notebook_faults(path: Path) -> list[str]:
    """Return what a stored notebook must not hold when it is published.

    Each fault names the file, the cell, what is wrong and what to do.
    """
    try:
        notebook = json.loads(path.read_text("utf-8"))
    except ValueError as error:
        return [f"{path.name} is no notebook ({error}); take an older one"]
    faults = []
    if "widgets" in notebook["metadata"]:
        faults.append(f"{path.name} holds the state of widgets; {RUN}")
    count = 0
    for number, cell in enumerate(notebook["cells"]):
        found = []
        if one := ONE_MACHINE.search(json.dumps(cell, ensure_ascii=False)):
            found.append(
                f"names a path of one machine, {one[0]!r}; use one below the "
                "course's folder"
            )
        if cell["cell_type"] == "code":
            if _text(cell["source"]).strip():
                count += 1
                if cell["execution_count"] != count:
                    found.append(f"was not executed, or not in order; {RUN}")
            for output in cell["outputs"]:
                found += _output_faults(output, cell)
        faults += [f"{path.name}, cell {number} {fault}" for fault in found]
    return faults


def notebook_claims(path: Path) -> list[dict[str, str]]:
    """Return the claims that a notebook's stored outputs hold, in order.

    Raises:
        ValueError: a claim lacks a key, has an unknown verdict, an id that
            occurs twice, or no element with that id in its HTML.
    """
    claims: dict[str, dict[str, str]] = {}
    for data in _bundles(path):
        page = _text(data.get("text/html", ""))
        for claim in data.get(TABLE, []):
            missing = [key for key in CLAIM_KEYS if key not in claim]
            name = f"{path.name}: claim {claim.get('id')!r}"
            if missing:
                raise ValueError(f"{name} lacks {', '.join(missing)}")
            if claim["verdict"] not in MARKS:
                raise ValueError(f"{name}: verdict {claim['verdict']!r}")
            if claim["id"] in claims:
                raise ValueError(f"{name} occurs twice")
            anchor = f'id="claim-{claim["id"]}"'
            if anchor not in page:
                raise ValueError(f"{name} has no HTML with {anchor}")
            claims[claim["id"]] = {"cited": "", "link": "", **claim}
    return list(claims.values())


def _bundles(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the outputs of a notebook that are a bundle of MIME types."""
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield output.get("data", {})


def notebook_finding(path: Path) -> str:
    """Return the sentence of a chapter that the front page shows, or "".

    It stands in the notebook's metadata, `cnncourse.finding`.

    Raises:
        ValueError: it is missing, or the chapter computes findings and this
            is none of those that hold.
    """
    metadata = json.loads(path.read_text("utf-8"))["metadata"]
    finding = metadata.get("cnncourse", {}).get("finding", "")
    stored = [data[FINDING] for data in _bundles(path) if FINDING in data]
    hold = [each["finding"] for each in stored if each["holds"]]
    if not finding or (stored and finding not in hold):
        raise ValueError(
            f"{path.name}: metadata.cnncourse.finding is {finding!r}; it is "
            "the sentence for the front page, one that `evidence.finding` "
            "checks in the chapter"
        )
    return finding


def first_figure(path: Path) -> str:
    """Return the HTML of a notebook's first stored figure, or ""."""
    for data in _bundles(path):
        found = FIGURE.search(_text(data.get("text/html", "")))
        if found:
            return found[0]
    return ""
