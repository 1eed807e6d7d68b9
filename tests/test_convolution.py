"""The explorers of convolution arithmetic say what the package says.

Chromium opens them from the file system, under the policy of the book's
pages; what they show is compared with PyTorch, with `summary.layer_table`,
and with the gradient.
"""

import random

import matplotlib.pyplot as plt
import pytest
import torch
from pages import assert_fits, said, start
from torch import nn

from cnncourse import datasets, live, summary
from cnncourse.errors import CourseError

NAMES = ("convolution", "stack")
SETTINGS = ("side", "kernel", "stride", "padding", "dilation")
FEWEST_SETTINGS = 220


def explorer(name: str) -> live.Explorer:
    figure, _ = plt.subplots(figsize=(1, 1))
    alt = "A picture that stands where no script runs."
    return live.Explorer(
        name, [], caption="A caption.", alt=alt, picture=figure
    )


# --- both -------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_explorers_fit_every_page(lab, name, width, scheme):
    page = start(lab, explorer(name), width, scheme)
    said(page, "reads")
    assert_fits(page, width)
    page.close()


def test_an_explorer_without_networks_needs_a_picture():
    with pytest.raises(CourseError, match="expected a picture"):
        live.Explorer(
            "stack",
            [],
            caption="A caption.",
            alt="A stack of three layers, nothing trained.",
        )


# --- one kernel -------------------------------------------------------------

SET = """settings => {
  const lab = document.querySelector('.cnn-lab');
  const fire = (box, type) =>
    box.dispatchEvent(new Event(type, {bubbles: true}));
  for (const [key, value] of Object.entries(settings)) {
    if (key === 'kind') {
      const box = lab.querySelector(`[value=${value}]`);
      box.checked = true;
      fire(box, 'change');
    } else {
      const box = lab.querySelector(`[id$=-${key}]`);
      box.value = value;
      fire(box, 'input');
    }
  }
  const grid = board => [...board.querySelectorAll('g')].map(cell =>
    [Number(cell.dataset.value), cell.getAttribute('class')]);
  const [left, right] = lab.querySelectorAll('.cnn-cells-board');
  const cells = [...lab.querySelectorAll('.cnn-cells span')]
    .map(cell => Number(cell.textContent.replace('−', '-')));
  return {input: grid(left), output: grid(right), cells,
    formula: lab.querySelector('.cnn-formula').textContent,
    sum: lab.querySelector('.cnn-products strong')?.textContent ?? ''};
}"""


def kernel_of(kind: str, k: int) -> torch.Tensor:
    if kind == "sum" or k == 1:
        return torch.ones(k, k)
    if kind == "copy":
        kernel = torch.zeros(k, k)
        kernel[k // 2, k // 2] = 1
        return kernel
    columns = torch.arange(k) - (k - 1) / 2
    return columns.sign().expand(k, k)


def picture(n: int) -> torch.Tensor:
    """The digit of the explorer, a test digit of the bundled set."""
    data = datasets.load("digits", size=8, validation=0)
    digit = (data.test.images[10, 0].float() * 16 / 255).round()
    canvas = nn.functional.pad(digit, (2, 2, 2, 2))
    first = (12 - n) // 2
    return canvas[first : first + n, first : first + n]


def lit(cells) -> set[int]:
    return {i for i, (_, kind) in enumerate(cells) if "cnn-lit" in kind}


def test_every_setting_of_one_kernel_is_pytorchs(lab):
    """Side, values, patch, sum and unread pixels, on random settings."""
    page = start(lab, explorer("convolution"))
    draw = random.Random(0)
    impossible = 0
    for _ in range(FEWEST_SETTINGS):
        n, k, s, p, d = (
            draw.randint(2, 12),
            draw.randint(1, 5),
            draw.randint(1, 4),
            draw.randint(0, 4),
            draw.randint(1, 3),
        )
        kind = draw.choice(["edge", "sum", "copy"])
        values = dict(zip(SETTINGS, (n, k, s, p, d), strict=True))
        found = page.evaluate(SET, values | {"kind": kind})
        image = picture(n).requires_grad_()
        padded = nn.functional.pad(image, (p, p, p, p))
        assert [v for v, _ in found["input"]] == padded.flatten().tolist()
        kernel = kernel_of(kind, k)
        options = {"stride": s, "padding": p, "dilation": d}
        try:
            ours = nn.functional.conv2d(
                image[None], kernel[None, None], **options
            )[0]
        except RuntimeError:
            impossible += 1
            assert found["output"] == [] and found["sum"] == ""
            assert f"padded picture has {n + 2 * p}" in found["formula"]
            continue
        assert [v for v, _ in found["output"]] == ours.flatten().tolist()
        assert found["formula"].endswith(f"+ 1 = {len(ours)}")
        # The place whose patch is lit, and what PyTorch says it reads.
        (at,) = [
            i for i, (_, c) in enumerate(found["output"]) if "cnn-chosen" in c
        ]
        place = divmod(at, len(ours))
        total = nn.functional.conv2d(
            padded[None], torch.ones(1, 1, k, k), stride=s, dilation=d
        )[0]
        marks = torch.autograd.grad(total[place], padded)[0].flatten()
        assert lit(found["input"]) == set(marks.nonzero()[:, 0].tolist())
        size = k * k
        patch, weights, products = (
            found["cells"][i * size : (i + 1) * size] for i in range(3)
        )
        assert weights == kernel.flatten().tolist()
        assert products == [a * b for a, b in zip(patch, weights, strict=True)]
        assert sum(products) == ours[place]
        assert found["sum"] == f"sum: {int(ours[place])}".replace("-", "−")
        image.grad = None
        nn.functional.conv2d(
            image[None], torch.ones(1, 1, k, k), **options
        ).sum().backward()
        unread = nn.functional.pad(image.grad == 0, (p, p, p, p)).flatten()
        struck = [
            i for i, (_, c) in enumerate(found["input"]) if "cnn-unread" in c
        ]
        assert struck == unread.nonzero()[:, 0].tolist()
    assert 10 < impossible < FEWEST_SETTINGS / 2
    page.close()


def test_places_are_chosen_by_key_and_by_pointer(lab):
    page = start(lab, explorer("convolution"), width=390)
    said(page, "Row 2, column 3 reads rows 2 to 4 and columns 3 to 5")
    page.focus("[aria-label^='Output 6×6']")
    for key in ("ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    text = said(page, "Row 3, column 5 reads rows 3 to 5")
    image, kernel = picture(8), kernel_of("edge", 3)
    value = int(nn.functional.conv2d(image[None], kernel[None, None])[0][3, 5])
    assert f"its value is {value}".replace("-", "−") in text
    # The pixel in the corner is read once, one in the middle nine times.
    page.focus("[aria-label^='Input 8×8']")
    page.keyboard.press("ArrowRight")
    said(page, "row 0, column 0 is read by 1 place")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    said(page, "row 2, column 2 is read by 9 places")
    box = page.query_selector("[aria-label^='Output'] svg").bounding_box()
    cell = box["width"] / 6
    page.mouse.click(box["x"] + 1.5 * cell, box["y"] + 4.5 * cell)
    said(page, "Row 4, column 1 reads rows 4 to 6 and columns 1 to 3")
    page.click("text=Reset")
    said(page, "Row 2, column 3 reads")
    page.close()


def test_a_finger_chooses_a_place(lab, browser):
    path = start(lab, explorer("convolution")).url
    context = browser.new_context(
        has_touch=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(path)
    page.wait_for_selector(".cnn-live[data-state=live]")
    drawing = page.query_selector("[aria-label^='Output'] svg")
    drawing.scroll_into_view_if_needed()
    box = drawing.bounding_box()
    cell = box["width"] / 6
    page.touchscreen.tap(box["x"] + 4.5 * cell, box["y"] + 0.5 * cell)
    said(page, "Row 0, column 4 reads rows 0 to 2 and columns 4 to 6")
    context.close()


def test_an_impossible_kernel_says_what_is_wrong(lab):
    page = start(lab, explorer("convolution"))
    page.focus("text=Picture")
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    page.focus("text=Dilation")
    page.keyboard.press("ArrowRight")
    text = said(page, "no output")
    assert "spans 5 places, the padded picture has 3" in text
    assert page.inner_text(".cnn-products") == ""
    page.focus("text=Padding")
    page.keyboard.press("ArrowRight")
    said(page, "output 1×1")
    page.close()


# --- a stack ----------------------------------------------------------------

BUILD = """([input, layers]) => {
  const lab = document.querySelector('.cnn-lab');
  const set = (box, value, type) => {
    box.value = value;
    box.dispatchEvent(new Event(type, {bubbles: true}));
  };
  for (let close; (close = lab.querySelector('.cnn-close'));) close.click();
  for (const [key, value] of Object.entries(input))
    set(lab.querySelector(`.cnn-stack > .cnn-numbers [data-key=${key}]`),
      value, 'input');
  const buttons = lab.querySelectorAll('[aria-label="Add a layer"] button');
  for (const [kind, numbers] of layers) {
    buttons[kind].click();
    for (const [key, value] of Object.entries(numbers))
      set(lab.querySelector(`li:last-child [data-key=${key}]`), value,
        'input');
  }
  return {
    rows: [...lab.querySelectorAll('.cnn-result')].map(e => e.textContent),
    total: lab.querySelector('.cnn-total').textContent,
    unit: Number(lab.querySelector('.cnn-slide input').value),
    invalid: lab.querySelectorAll('[aria-invalid]').length,
    lit: [...lab.querySelectorAll('circle')].map(e => [
      e.getAttribute('cy'), e.classList.contains('cnn-on')]),
  };
}"""
POOLS = (None, nn.MaxPool2d, nn.AvgPool2d)


def random_layers(draw, many: int):
    """Return layers as the explorer has them; most of them fit."""
    found = []
    for _ in range(many):
        kind = draw.choice([0, 0, 0, 1, 2])
        kernel = draw.randint(1, 5)
        most = kernel if kind == 0 else kernel // 2
        numbers = {
            "kernel": kernel,
            "stride": draw.randint(1, 3),
            "padding": draw.randint(0, most + (draw.random() < 0.02)),
        }
        if kind == 0:
            numbers["channels"] = draw.randint(1, 9)
            numbers["dilation"] = draw.randint(1, 3)
        found.append((kind, numbers))
    return found


def module(kind: int, channels: int, numbers: dict) -> nn.Module:
    sizes = numbers["kernel"], numbers["stride"], numbers["padding"]
    if kind:
        return POOLS[kind](*sizes)
    return nn.Conv2d(
        channels, numbers["channels"], *sizes, numbers["dilation"]
    )


def test_every_stack_is_the_packages(lab):
    """Rows, totals and lit pixels, on random stacks; the fault is right."""
    page = start(lab, explorer("stack"))
    draw = random.Random(1)
    impossible = 0
    for _ in range(FEWEST_SETTINGS):
        size = draw.randint(6, 40)
        channels = draw.randint(1, 4)
        layers = random_layers(draw, draw.randint(1, 5))
        given = [{"side": size, "channels": channels}, layers]
        found = page.evaluate(BUILD, given)
        modules, width, broken = [], channels, None
        for i, (kind, numbers) in enumerate(layers):
            modules.append(module(kind, width, numbers))
            width = numbers.get("channels", width)
            try:
                nn.Sequential(*modules)(torch.zeros(1, channels, size, size))
            except RuntimeError:
                broken = i
                modules.pop()
                break
        table = None
        if modules:
            network = nn.Sequential(*modules)
            table = summary.layer_table(network, (channels, size, size))
        for i, text in enumerate(found["rows"]):
            if broken is not None and i == broken:
                assert text.startswith(f"Layer {i + 1}: ")
            elif broken is not None and i > broken:
                assert text == "not reached"
            else:
                row = table.rows[i]
                s = "" if row.parameters == 1 else "s"
                m = "" if row.macs == 1 else "s"
                assert text == (
                    f"{'×'.join(map(str, row.shape))} · "
                    f"{row.parameters:,} parameter{s} · {row.macs:,} MAC{m} "
                    f"· field {row.field[0]} · jump {row.jump[0]:g}"
                )
        assert found["invalid"] == (broken is not None)
        if broken is not None:
            impossible += 1
            assert found["total"] == ""
            continue
        assert f"{table.parameters:,} parameter" in found["total"]
        assert f"{table.macs:,} MAC" in found["total"]
        below = max(float(y) for y, _ in found["lit"])
        pixels = [on for y, on in found["lit"] if float(y) == below]
        assert pixels == reads(layers, size, found["unit"])
    assert 10 < impossible < FEWEST_SETTINGS / 2
    page.close()


def reads(layers, size: int, unit: int) -> list[bool]:
    """Return which pixels of a row a unit reads, by the gradient."""
    row = torch.ones(1, 1, size, dtype=torch.double, requires_grad=True)
    x = row
    for kind, numbers in layers:
        gap = 1 if kind else numbers["dilation"]
        weight = torch.ones(1, 1, numbers["kernel"], dtype=torch.double)
        x = nn.functional.conv1d(
            x, weight, None, numbers["stride"], numbers["padding"], gap
        )
    x[..., unit].sum().backward()
    return (row.grad[0, 0] > 0).tolist()


def test_a_stack_is_changed_by_keyboard(lab):
    page = start(lab, explorer("stack"), width=390)
    said(page, r"Unit 2 \(of 0 to 3\) along a side reads pixels 8 to 22")
    page.focus("[aria-label='layer 3, kernel']")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    said(page, "a field of 23")
    page.focus("[aria-label='Remove layer 3']")
    page.keyboard.press("Enter")
    said(page, "2 layers; the last map is 16×6×6")
    page.focus("text=+ max pooling")
    page.keyboard.press("Enter")
    said(page, "3 layers; the last map is 16×3×3")
    page.select_option("[aria-label='layer 3, kind']", "average pooling")
    said(page, "16×3×3")
    page.get_by_label("Unit", exact=True).focus()
    page.keyboard.press("Home")
    text = said(page, r"Unit 0 \(of 0 to 2\)")
    assert "pixels 0 to 10" in text
    page.click("text=two 3×3")
    said(page, "2 layers; the last map is 8×16×16")
    page.close()


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("layer 1, kernel", "0", "kernel must be a whole number from 1 to 15"),
        ("layer 1, stride", "", "stride must be a whole number from 1 to 8"),
        ("layer 2, stride", "1.5", "stride must be a whole number"),
        ("layer 2, padding", "-1", "padding must be a whole number from 0"),
        ("layer 1, channels", "99999", "channels must be a whole number"),
        ("input, side", "0", "The input's side must be a whole number from 1"),
        ("layer 3, kernel", "9", "Layer 3: no output. Its kernel spans 9"),
    ],
)
def test_an_impossible_stack_says_what_is_wrong(lab, field, value, words):
    page = start(lab, explorer("stack"))
    page.fill(f"[aria-label='{field}']", value)
    said(page, words)
    box = page.query_selector(f"[aria-label='{field}']")
    assert box.get_attribute("aria-invalid") == "true"
    page.close()


def test_a_stack_does_not_grow_without_end(lab):
    page = start(lab, explorer("stack"))
    button = page.query_selector("text=+ convolution")
    for _ in range(20):
        if button.is_enabled():
            button.click()
    assert len(page.query_selector_all(".cnn-layers li")) == 12
    page.close()
