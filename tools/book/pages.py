"""What is done to the written pages: repairs, scripts, policy, checks."""

import base64
import hashlib
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

from tools.book.markup import pictures

# What axe-core finds in the theme's pages, what loads for nothing, and what
# the policy forbids. Each replacement leaves a page that has it as it is.
REPAIRS = (
    # A list may hold list items only (docutils writes another role).
    (r' role="doc-biblioentry"', ' role="listitem"'),
    # What scrolls must be reachable by keyboard.
    (
        r'<div class="pst-scrollable-table-container">',
        '<div class="pst-scrollable-table-container" tabindex="0">',
    ),
    # A fold is called what it says.
    (r'<summary aria-label="Toggle hidden content">', "<summary>"),
    # Thebe (live code by a remote server) is not used, and breaks itself.
    (r"\s*<link [^>]*/sphinx-thebe\.css[^>]*>", ""),
    (r"\s*<script>const THEBE_JS_URL.*?</script>", ""),
    (r"\s*<script [^>]*/sphinx-thebe\.js[^>]*></script>", ""),
    (r'\s*<script type="text/x-thebe-config">[^<]*</script>', ""),
    (r"\s*<script>kernelName = [^<]*</script>", ""),
    # The icons' style sheet does what this script (1.5 MB) does again.
    (r'\s*<script src="[^"]*/fontawesome/[^"]*"></script>', ""),
    (r'\s*<link [^>]*as="script" href="[^"]*/fontawesome/[^>]*>', ""),
    # Two of three fonts are not used, and from the file system none loads
    # this way.
    (r'\s*<link rel="preload" as="font"[^>]*>', ""),
    # cnncourse.js listens instead of inline handlers.
    (r'<button onclick="window\.print\(\)"', '<button data-press="print"'),
    (
        r'<button onclick="toggleFullScreen\(\)"',
        '<button data-press="fullscreen"',
    ),
)
UNREAD = (
    "**/*.map",
    "**/*.ttf",
    "*webpack-macros.html",
    "sphinx-thebe.*",
    "vendor/fontawesome/*/js/*",
)
POLICY = (
    "default-src 'none'; script-src 'self'{hashes}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; "
    "form-action 'self'"
)
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
CHARSET = re.compile(r"<meta charset=[^>]*>")
EXPLORER = re.compile(r'<figure\b[^>]*\bdata-explorer="([\w-]+)"')


def repaired(page: str) -> str:
    """Return a page's HTML with the theme's faults removed."""
    for pattern, replacement in REPAIRS:
        page = re.sub(pattern, replacement, page)
    return page


def with_explorers(page: str, static: str) -> str:
    """Return a page with the styles and scripts that live figures need.

    Args:
        page: HTML.
        static: the way from the page to `_static`, for example
            "../_static". live.js finds explorers and networks by its
            own address, when a figure comes into view.
    """
    if not EXPLORER.search(page):
        return page
    tags = (
        f'<link rel="stylesheet" href="{static}/live.css" />\n'
        f'<script defer src="{static}/live.js"></script>\n'
    )
    return page.replace("</head>", f"{tags}</head>", 1)


def with_policy(page: str) -> str:
    """Return a page with its content-security policy.

    Scripts of the theme run by their hash. A script within the article is
    the work of a chapter and gets none.
    """
    scripts = SCRIPT.findall(ARTICLE.sub("", page))
    digests = [hashlib.sha256(text.encode()).digest() for text in scripts]
    hashes = dict.fromkeys(
        f" 'sha256-{base64.b64encode(digest).decode()}'" for digest in digests
    )
    policy = POLICY.format(hashes="".join(hashes))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return CHARSET.sub(lambda found: f"{found[0]}\n    {tag}", page, count=1)


def finish(site: Path) -> None:
    """Finish the pages of a site, and drop the files that none reads."""
    for pattern in UNREAD:
        for path in (site / "_static").glob(pattern):
            path.unlink()
    for path in site.rglob("*.html"):
        static = Path(os.path.relpath(site / "_static", path.parent))
        page = repaired(path.read_text("utf-8"))
        page = with_explorers(page, static.as_posix())
        path.write_text(with_policy(page), "utf-8")


def site_faults(site: Path, documents: list[str]) -> Iterator[str]:
    """Yield how a finished site differs from the book.

    Args:
        site: the folder of pages.
        documents: the pages that the book has.
    """
    paths = (p.relative_to(site).as_posix() for p in site.rglob("*.html"))
    written = {p for p in paths if not p.startswith("_static/")}
    pages = {f"{document}.html" for document in documents}
    extra = {"index.html", "genindex.html", "search.html"}
    for page in sorted((pages | extra) - written):
        yield f"{page} was not written; see _toc.yml and the lines above"
    for page in sorted(written - pages - extra):
        yield f"{page} was written, but _toc.yml does not name it"
    index = site / "searchindex.js"
    text = index.read_text("utf-8") if index.is_file() else ""
    call = text.removeprefix("Search.setIndex(").removesuffix(")")
    found = json.loads(call)["docnames"] if call else []
    for document in sorted(set(documents) ^ set(found)):
        yield (
            f"{document} is in the book or in its search, not in both; take "
            "nosearch and orphan out of its head"
        )
    soups = {
        page: BeautifulSoup((site / page).read_text("utf-8"), "html.parser")
        for page in sorted(written)
    }
    yield from broken_links(site, soups)
    for page, soup in soups.items():
        shown: dict[str, set[str]] = {}
        for article in soup.select("article"):
            for says, drawing in pictures(article):
                shown.setdefault(says, set()).add(drawing)
        for says, drawings in shown.items():
            if len(drawings) > 1:
                yield (
                    f"{page} says {says[:40]!r} of {len(drawings)} pictures; "
                    "write what each of them shows"
                )


def broken_links(site: Path, soups: dict[str, BeautifulSoup]) -> Iterator[str]:
    """Yield the links and sources inside a site that lead nowhere.

    Args:
        site: the folder of pages.
        soups: the pages, by their paths within it.
    """
    names = {
        page: {tag["id"] for tag in soup.select("[id]")}
        for page, soup in soups.items()
    }
    for page, soup in soups.items():
        # They link to pages that only some books have.
        if page in ("genindex.html", "search.html"):
            continue
        for tag in soup.select("[href], [src]"):
            link = str(tag.get("href") or tag.get("src") or "")
            if urlsplit(link).scheme or link.startswith("//"):
                continue
            parts = urlsplit(urljoin(f"http://site/{page}", link))
            target = unquote(parts.path).lstrip("/")
            if not (site / target).is_file():
                yield f"{page} names {link}, which is not there"
            elif (
                parts.fragment
                and target in names
                and unquote(parts.fragment) not in names[target]
            ):
                yield f"{page} names {link}, which has no such place"
