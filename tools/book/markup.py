"""What the HTML of a page may not hold, and how to say it otherwise.

The pages' content-security policy stops scripts, handlers and other hosts;
here the author hears of it. Each fault is a sentence: what, and what to do.
"""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag

# They run, load, or are read by browsers in another way than written.
FORBIDDEN = (
    "applet", "base", "embed", "frame", "frameset", "iframe", "link", "meta",
    "noembed", "noframes", "noscript", "object", "plaintext", "portal",
    "script", "template", "xmp",
)  # fmt: skip
# Attributes whose value is text for people.
SPOKEN = re.compile(r"alt|title|label|placeholder|data-says|aria-\w+|xmlns.*")
RUNS = re.compile(r"(java|vb|live)script:|data:(?!image/)")
IMAGE = re.compile(r"data:image/[^\s\"')]*")
REMOTE = re.compile(
    r"(?:https?|ftp|wss?|file|blob|filesystem):|(?:^|[\s(,;='\"])//"
)
PICTURES = "img, svg, canvas, [role=img], input[type=image]"

SHORTEST_ALT = 15  # characters; less cannot state a figure's content
FEWEST_WORDS = 2  # that say something
FILE = re.compile(r"\.(png|svg|jpe?g|gif|webp|pdf)\b|^\S*[\\/]\S*$", re.I)
SAYS_NOTHING = re.compile(
    "alt|alternative|an|and|another|caption|cell|chart|description|diagram|"
    "drawing|fig|figures?|for|goes|graph|here|illustration|images?|ipsum|is|"
    "it|lorem|matplotlib|no|none|null|of|on|one|or|output|photo|pictures?|"
    "placeholder|plots?|png|screenshot|some|svg|tbd|text|that|the|there|this|"
    "to|todo|undefined|untitled|with"
)


def alt_fault(alt: str) -> str:
    """Return what is wrong with an alternative text, or ""."""
    telling = {
        word
        for word in re.findall(r"[^\W\d_]+", alt.lower())
        if len(set(word)) > 1 and not SAYS_NOTHING.fullmatch(word)
    }
    if FILE.search(alt):
        fault = "is the name of a file"
    elif len(alt.strip()) < SHORTEST_ALT or len(telling) < FEWEST_WORDS:
        fault = "says nothing"
    else:
        return ""
    return (
        f"has the alternative text {alt[:40]!r}, which {fault}; write what "
        "can be seen in the picture"
    )


def markup_faults(html: str, named: bool = False) -> Iterator[str]:
    """Yield what a piece of HTML or SVG may not hold.

    Args:
        html: the piece.
        named: its pictures have their alternative text elsewhere.
    """
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        if tag.name in FORBIDDEN:
            yield (
                f"holds a <{tag.name}>, which pages do not have; use a "
                "figure, a slider or an explorer (CONTRIBUTING.md)"
            )
        for name, value in tag.attrs.items():
            text = value if isinstance(value, str) else " ".join(value)
            yield from _attribute_faults(tag.name, name, text)
        if tag.name == "style":
            yield from _style_faults(tag.get_text())
    for picture in [] if named else soup.select(PICTURES):
        if not _silent(picture) and (fault := alt_fault(spoken(picture))):
            yield f"<{picture.name}> {fault}"


def image_faults(address: str, alt: str) -> Iterator[str]:
    """Yield what is wrong with a picture in the text."""
    yield from _attribute_faults("img", "src", address)
    if fault := alt_fault(alt):
        yield f"shows a picture that {fault}"


def link_faults(address: str) -> Iterator[str]:
    """Yield what is wrong with where a link in the text leads."""
    yield from _attribute_faults("a", "href", address)


def _attribute_faults(tag: str, name: str, value: str) -> Iterator[str]:
    if name.startswith("on"):
        yield (
            f"holds the handler {name}=, which pages do not run; listen in "
            "assets/cnncourse.js or in an explorer"
        )
    # What browsers take out of an address, and what they take for a slash.
    bare = re.sub(r"[\x00-\x20]+", "", value).lower().replace("\\", "/")
    if SPOKEN.fullmatch(name):
        return
    if RUNS.match(bare) or (name == "values" and RUNS.search(bare)):
        yield (
            f"holds {name}={value[:40]!r}, which runs as a program; link to "
            "a page"
        )
    elif name == "style":
        yield from _style_faults(value)
    elif tag in ("a", "area") and name.endswith("href"):
        return
    elif not (name.endswith(("src", "href")) and IMAGE.match(bare)):
        yield from _remote_faults(name, value)


def _remote_faults(place: str, value: str) -> Iterator[str]:
    value = IMAGE.sub("", value.lower().replace("\\", "/"))
    if REMOTE.search(value):
        yield (
            f"loads from another host or by a full address ({place}: "
            f"{value.strip()[:60]}); put the file into assets/"
        )


def _style_faults(style: str) -> Iterator[str]:
    style = re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL)
    if "\\" in style or "@import" in style.lower():
        yield "has a style with @import or \\; use assets/cnncourse.css"
    yield from _remote_faults("style", style)


def _silent(picture: Tag) -> bool:
    """Say whether screen readers pass over a picture, or speak its parent."""
    hidden = '[aria-hidden="true"]'
    within = "svg *, [role=img] *"
    return picture.css.match(f"{hidden}, {hidden} *, {within}")


def spoken(picture: Tag) -> str:
    """Return what a screen reader says of a picture."""
    named = str(picture.get("aria-labelledby") or "").split()
    page = list(picture.parents)[-1]
    title = picture.find("title", recursive=False)
    texts = [
        picture.get("alt") if picture.name != "svg" else "",
        picture.get("aria-label"),
        " ".join(e.get_text() for i in named if (e := page.find(id=i))),
        title.get_text() if title else "",
    ]
    return next((str(text) for text in texts if text), "")


def pictures(page: Tag) -> Iterator[tuple[str, str]]:
    """Yield what is said and what is shown, for each picture of a page.

    The forms of one figure, for phones or dark pages, are one picture; the
    frames of a slider are not.
    """
    for picture in page.select(PICTURES):
        if not _silent(picture):
            figure = picture.find_parent("figure")
            one = figure is None or picture.has_attr("data-value")
            shown = picture.get("src") if one else None
            yield spoken(picture), str(shown or (picture if one else figure))
