"""Generated pictures: same bytes everywhere, and the truth they tell."""

import ast
import hashlib
import math
import os
import re
import subprocess
import sys
import time
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
import pytest

from cnncourse.datasets import painting
from cnncourse.datasets.shapes import (
    CONDITIONS,
    PATTERNS,
    SCENE,
    SHAPES,
    TEXTURE,
    Nuisance,
    scenes,
    shapes,
    textures,
)
from cnncourse.errors import CourseError

ROOT = Path(__file__).parents[1]
STILL = Nuisance.still()
NAMES = [field.name for field in fields(Nuisance)]
GENERATORS = (shapes, scenes, textures)
# The bytes of 300 pictures each; a change here changes every recorded run.
KNOWN = {
    "shapes": "116bd582385d66db9863d8bd0d96c3b5"
    "853d7759df5f2dbeb57a1fdb705cfdbd",
    "scenes": "43ab493074a0caab957b02159ddf5442"
    "361fdc4ec372c46c08161fac443b4037",
    "textures": "ed928ce5a23d1053e5755970f6c72133"
    "619b943b203119b5cc67e1768f80b9fe",
}


def digest(pictures):
    parts = [pictures.images, pictures.labels, pictures.masks]
    parts += [pictures.layers]
    parts += [pictures.factors[name] for name in sorted(pictures.factors)]
    sha = hashlib.sha256()
    for part in parts:
        kind = part.dtype.newbyteorder("<")
        sha.update(np.ascontiguousarray(part, dtype=kind).tobytes())
    return sha.hexdigest()


def digests():
    return {f.__name__: digest(f(300, size=32, seed=5)) for f in GENERATORS}


# --- the same bytes, in time


def test_bytes_are_the_known_ones():
    assert digests() == KNOWN


def test_bytes_do_not_depend_on_vector_instructions():
    """NumPy without its AVX2 and AVX-512 loops draws the same pictures."""
    off = "X86_V3 X86_V4 AVX512_ICL AVX512_SPR AVX2 FMA3 AVX512F AVX512_SKX"
    code = (
        "import warnings; warnings.simplefilter('ignore')\n"
        "import test_shapes; print(sorted(test_shapes.digests().values()))"
    )
    answer = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code],
        env=os.environ
        | {"NPY_DISABLE_CPU_FEATURES": off, "PYTHONPATH": f"{ROOT}/tests"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == str(sorted(digests().values()))


def test_import_needs_no_torch():
    for name in ("shapes", "painting"):
        path = ROOT / "cnncourse" / "datasets" / f"{name}.py"
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                assert all("torch" not in each.name for each in node.names)
            if isinstance(node, ast.ImportFrom):
                assert "torch" not in node.module


def test_ten_thousand_pictures_in_three_seconds():
    start = time.process_time()
    shapes(10_000)
    assert time.process_time() - start < 3


@pytest.mark.parametrize("generate", GENERATORS)
def test_seed_decides(generate):
    assert digest(generate(20, seed=3)) == digest(generate(20, seed=3))
    one, other = generate(20, seed=3), generate(20, seed=4)
    assert not np.array_equal(one.images, other.images)
    assert not np.array_equal(one.factors["x"], other.factors["x"])


@pytest.mark.parametrize("generate", GENERATORS)
@pytest.mark.parametrize("size", [17, 33, 96])
@pytest.mark.parametrize("count", [0, 1, 13])
def test_forms(generate, size, count):
    p = generate(count, size=size)
    assert p.images.shape == (count, 3, size, size)
    assert p.images.dtype == p.layers.dtype == np.uint8
    assert p.masks.shape == p.layers.shape == (count, size, size)
    assert p.masks.dtype == (np.uint8 if generate is scenes else bool)
    assert len(p.labels) == count and p.labels.dtype == np.int64
    assert all(len(values) == count for values in p.factors.values())


def test_turn_is_cosine_and_sine():
    angle = np.linspace(-800, 800, 4001)
    radians = np.array([math.radians(a) for a in angle])
    cosine, sine = painting.turn(angle)
    assert abs(cosine - np.cos(radians)).max() < 3e-8
    assert abs(sine - np.sin(radians)).max() < 3e-8
    quarters = painting.turn(np.array([0.0, 90, 180, 270, 360, -90]))
    assert quarters[0].tolist() == [1, 0, -1, 0, 1, 0]
    assert quarters[1].tolist() == [0, 1, 0, -1, 0, -1]


def test_the_card_has_every_range():
    card = (ROOT / "data" / "shapes.md").read_text()
    for name in NAMES:
        low, high = getattr(Nuisance(), name)
        (row,) = re.findall(rf"^\| `{name}` \|.*$", card, re.MULTILINE)
        assert row.endswith(f"| {low:g} to {high:g} |")
    assert all(name in card for name in SHAPES + PATTERNS + CONDITIONS)


# --- labels


@pytest.mark.parametrize("count", [10, 23, 500])
def test_classes_are_balanced_and_mixed(count):
    labels = shapes(count, size=8).labels
    number = np.bincount(labels, minlength=10)
    assert number.max() - number.min() <= (count % 10 > 0)
    assert (np.diff(labels) < 0).sum() > count / 5


def test_subset_of_classes():
    p = shapes(30, classes=("star", "disc"), nuisance=STILL)
    assert p.classes == ("star", "disc")
    area = p.masks.sum((1, 2))
    assert (area[p.labels == 0] < area[p.labels == 1].min()).all()
    assert np.bincount(p.labels).tolist() == [15, 15]


def test_every_two_classes_differ_at_any_rotation_and_size():
    """The square comes nearest to the disc; nothing comes nearer."""
    turned = {}
    for size in (0.22, 0.26, 0.3, 0.34):
        for angle in range(0, 360, 15):
            held = replace(STILL, size=(size, size), rotation=(angle, angle))
            p = shapes(10, nuisance=held)
            turned[size, angle] = p.masks[p.labels.argsort()]
    for label, mask in enumerate(turned[0.3, 0]):
        masks = np.stack([np.delete(m, label, 0) for m in turned.values()])
        both = (masks & mask).sum((2, 3))
        either = (masks | mask).sum((2, 3))
        assert (both / either).max() < 0.85, SHAPES[label]


def test_flips_keep_the_class():
    p = shapes(10, size=65, nuisance=STILL)
    assert np.array_equal(p.masks, p.masks[..., ::-1])


# --- masks, point by point, by formulas that are not the module's


def regular(corners, radii):
    """Return a closed outline, its first corner on top."""
    turns = [math.tau * (k / corners + 0.25) for k in range(corners)]
    radii = [radii[k % len(radii)] for k in range(corners)]
    return [
        (r * math.cos(t), r * math.sin(t))
        for r, t in zip(radii, turns, strict=True)
    ]


def mirrored(right_side):
    return right_side + [(-u, v) for u, v in reversed(right_side)]


PENTAGRAM = math.cos(math.radians(72)) / math.cos(math.radians(36))
# fmt: off
OUTLINES = {
    "triangle": regular(3, [1]),
    "square": [(0.5**0.5 * a, 0.5**0.5 * b) for a, b in
               ((1, 1), (-1, 1), (-1, -1), (1, -1))],
    "bar": mirrored([(0.22, -0.9755), (0.22, 0.9755)]),
    "cross": mirrored([(0.25, -0.9682), (0.25, -0.25), (0.9682, -0.25),
                       (0.9682, 0.25), (0.25, 0.25), (0.25, 0.9682)]),
    "star": regular(10, [1, PENTAGRAM]),
    "arrow": mirrored([(0.21, -0.978), (0.21, -0.024), (0.7155, -0.024),
                       (0, 0.93)]),
}
# fmt: on


def inside(shape, u, v):
    """Tell whether a point is in the shape of radius 1."""
    if shape in OUTLINES:
        crossings, corners = 0, OUTLINES[shape]
        for (u0, v0), (u1, v1) in zip(
            corners, corners[1:] + corners[:1], strict=True
        ):
            if (v0 > v) != (v1 > v):
                crossings += u < u0 + (v - v0) / (v1 - v0) * (u1 - u0)
        return crossings % 2 == 1
    reach = math.hypot(u, v)
    return {
        "disc": reach < 1,
        "ring": 0.5 < reach < 1,
        "half-disc": math.hypot(u, v + 0.3907) < 0.9205 and v > -0.3907,
        "crescent": math.hypot(u, v - 0.3035) < 0.7861
        and math.hypot(u, v - 0.6965) > 0.6289,
    }[shape]


def point_by_point(shape, x, y, radius, angle, size):
    mask = np.zeros((size, size), bool)
    turn = math.radians(angle)
    for row in range(size):
        for col in range(size):
            right, up = (col - x) / radius, (y - row) / radius
            u = right * math.cos(turn) + up * math.sin(turn)
            v = up * math.cos(turn) - right * math.sin(turn)
            mask[row, col] = inside(shape, u, v)
    return mask


def test_masks_of_shapes_are_exact():
    p = shapes(60, size=33, seed=2)
    seen = set()
    for n, label in enumerate(p.labels):
        own = [p.factors[k][n] for k in ("x", "y", "radius", "angle")]
        mask = point_by_point(SHAPES[label], *own, 33)
        assert np.array_equal(p.masks[n], mask), (n, SHAPES[label])
        seen.add(SHAPES[label])
    assert seen == set(SHAPES)


def test_masks_of_scenes_are_exact():
    held = replace(SCENE, occlusion=(0.05, 0.1))
    p = scenes(12, size=33, seed=2, nuisance=held, objects=(3, 6))
    for n, labels in enumerate(p.labels):
        mask, layer = np.zeros((2, 33, 33), np.uint8)
        for k, label in enumerate(labels):
            if label >= 0:
                own = [
                    p.factors[name][n, k]
                    for name in ("x", "y", "radius", "angle")
                ]
                here = point_by_point(SHAPES[label], *own, 33)
                mask[here], layer[here] = 1 + label, 1 + k
        band = p.layers[n] == 7
        assert band.sum() < 200
        mask[band], layer[band] = 0, 7
        assert np.array_equal(p.masks[n], mask)
        assert np.array_equal(p.layers[n], layer)
    assert (p.layers == 7).any() and len(np.unique(p.masks)) > 8


def test_scenes_have_the_number_of_objects_asked_for():
    number = (scenes(200, size=8, objects=(2, 4)).labels >= 0).sum(1)
    assert sorted(set(number)) == [2, 3, 4]
    assert (scenes(9, size=8, objects=(3, 3)).labels >= 0).all()


def test_position_is_the_centroid_and_radius_the_reach():
    size = 301
    p = shapes(30, size=size, nuisance=replace(Nuisance(), noise=(0, 0)))
    rows, columns = np.mgrid[:size, :size]
    for n, mask in enumerate(p.masks):
        x, y, radius = (p.factors[k][n] for k in ("x", "y", "radius"))
        assert abs(columns[mask].mean() - x) < 0.3
        assert abs(rows[mask].mean() - y) < 0.3
        reach = np.hypot(columns - x, rows - y)[mask].max()
        assert radius - 2.5 < reach < radius + 0.2


def test_no_shape_leaves_the_default_picture():
    p = shapes(500, seed=6)
    edge = p.masks.copy()
    edge[:, 1:-1, 1:-1] = False
    assert not edge.any()


# --- factors: drawn as asked, one by one, and seen in the picture


def test_still_pictures_of_a_class_are_identical():
    p = shapes(50, nuisance=STILL)
    for label in range(10):
        images = p.images[p.labels == label]
        assert (images == images[0]).all()
    t = textures(30, nuisance=STILL, share=0)
    for kind in range(len(PATTERNS)):
        images = t.images[t.factors["pattern"] == kind]
        assert (images == images[0]).all()


@pytest.mark.parametrize("name", NAMES)
def test_a_range_rules_its_factor_and_nothing_else(name):
    wide, free = Nuisance(), shapes(40)
    low, high = getattr(wide, name)
    held = shapes(40, nuisance=replace(wide, **{name: (high, high)}))
    named = {k for k, v in painting.FACTORS.items() if v == name}
    assert named
    for factor, values in held.factors.items():
        if factor not in named:
            assert np.array_equal(values, free.factors[factor]), factor
            continue
        assert np.ptp(values) == 0
        drawn = free.factors[factor]
        span = 0.5 if factor in ("x", "y") else 0
        span, unit = (32 * span - span, 32) if span else (0, 1)
        unit = 32 if factor == "radius" else unit
        drawn = (drawn - span) / unit
        assert low - 1e-9 <= drawn.min() < drawn.max() <= high + 1e-9
        assert np.ptp(drawn) > 0.7 * (high - low)
    assert np.array_equal(held.labels, free.labels)
    changed = (held.images != free.images).any((1, 2, 3))
    assert changed.mean() >= 0.8  # a turned disc is the same disc
    others = (held.layers != free.layers).any()
    outlined = ("position", "size", "rotation", "occlusion")
    assert others == (name in outlined)


def test_factors_are_independent_of_each_other_and_of_the_class():
    p = shapes(4000, size=8)
    table = np.stack([*p.factors.values(), p.labels.astype(float)])
    between = np.corrcoef(table) - np.eye(len(table))
    assert abs(between).max() < 0.08


def gray(p):
    return p.images.astype(float).mean(1) / 255


def one(**ranges):
    return shapes(40, nuisance=replace(STILL, **ranges))


def test_ground_contrast_and_brightness_are_seen():
    p = one(ground=(0.2, 0.8), contrast=(0.1, 0.4), brightness=(0.5, 1.0))
    sure = np.zeros((40, 32, 32), bool)
    sure[:, :4] = True
    f = p.factors
    flat = np.array([g[s].mean() for g, s in zip(gray(p), sure, strict=True)])
    assert np.allclose(flat, f["ground"] * f["brightness"], atol=0.003)
    sign = np.where(f["ground"] < 0.5, 1, -1)
    expected = (f["ground"] + sign * f["contrast"]) * f["brightness"]
    middle = np.array(
        [np.median(g[m]) for g, m in zip(gray(p), p.masks, strict=True)]
    )
    assert np.allclose(middle, expected, atol=0.003)


def test_color_is_seen():
    p = one(saturation=(0.1, 0.2), hue=(0.0, 360.0))
    for hue, depth, where in (
        ("ground_hue", "ground_saturation", np.s_[:, :, 0, 0]),
        ("hue", "saturation", None),
    ):
        for n in range(40):
            if where is None:
                seen = np.median(p.images[n][:, p.masks[n]], axis=1) / 255
                seen -= 0.75
            else:
                seen = p.images[where][n] / 255 - 0.25
            turns = p.factors[hue][n] - np.array([0, 120, 240])
            wave = p.factors[depth][n] * np.cos(np.radians(turns))
            assert np.allclose(seen, wave, atol=0.003)


def test_light_falls_along_its_angle():
    p = one(gradient=(0.2, 0.8), contrast=(0.0, 0.0))
    turn = np.radians(p.factors["light_angle"])
    place = (np.arange(32) - 15.5) / (16 * 2**0.5)
    slope = place * np.cos(turn)[:, None, None]
    slope = slope - (place * np.sin(turn)[:, None])[:, :, None]
    light = 1 + p.factors["gradient"][:, None, None] * slope
    assert np.allclose(gray(p), 0.25 * light, atol=0.003)


def test_noise_has_its_deviation():
    p = one(noise=(0.02, 0.1), ground=(0.5, 0.5), contrast=(0.0, 0.0))
    rest = p.images.reshape(40, -1) / 255 - 0.5
    assert np.allclose(rest.std(1), p.factors["noise"], rtol=0.08)
    assert abs(rest.mean()) < 0.002
    for a, b in ((0, 1), (1, 2)):
        pair = p.images[:, (a, b)].reshape(40, 2, -1)
        assert abs(np.mean([np.corrcoef(q)[0, 1] for q in pair])) < 0.02


def test_texture_keeps_to_its_depth_and_to_the_ground():
    p = one(texture=(0.05, 0.2), ground=(0.4, 0.4))
    ground = p.layers == 0
    for n in range(40):
        core = np.median(gray(p)[n][p.masks[n]])
        assert abs(core - 0.9) < 0.01
        rest = abs(gray(p)[n][:, :5] - 0.4)
        depth = p.factors["texture"][n]
        assert 0.2 * depth < rest.max() < depth + 0.01
        assert ground[n][:, :5].all()


def test_band_has_its_width_place_and_level():
    p = one(occlusion=(0.1, 0.3), position=(0.0, 0.0))
    for n in range(40):
        f = {name: values[n] for name, values in p.factors.items()}
        turn = math.radians(f["band_angle"])
        rows, columns = np.mgrid[:32, :32]
        away = (columns - f["x"]) * math.cos(turn)
        away += (f["y"] - rows) * math.sin(turn)
        away = abs(away - f["band_offset"] * f["radius"])
        band = away < f["occlusion"] * 16
        assert np.array_equal(p.layers[n] == 2, band)
        core = gray(p)[n][away < f["occlusion"] * 16 - 1]
        assert np.allclose(core, f["band_level"], atol=0.003)


# --- textures


def test_the_same_call_without_defects_differs_in_the_masks_only():
    for name in PATTERNS:
        whole = textures(60, patterns=name, share=0)
        harmed = textures(60, patterns=name, share=1)
        assert not whole.masks.any() and not whole.labels.any()
        changed = (whole.images != harmed.images).any(1)
        assert not changed[~harmed.masks].any()
        for label in range(1, len(CONDITIONS)):
            here = harmed.labels == label
            share = changed[here][harmed.masks[here]].mean()
            assert share > 0.85, (name, CONDITIONS[label], share)


def test_defects_have_labels_masks_and_a_share():
    t = textures(301, share=0.25)
    assert (t.labels > 0).sum() == 75
    assert np.array_equal(t.labels > 0, t.masks.any((1, 2)))
    assert set(t.labels) == {0, 1, 2, 3} and t.classes == CONDITIONS
    assert set(t.factors["pattern"]) == {0, 1, 2}
    assert np.array_equal(t.layers == 2, t.masks)
    only = textures(20, patterns=("dots",))
    assert set(only.factors["pattern"]) == {PATTERNS.index("dots")}


def test_each_defect_has_its_form():
    t = textures(300, share=1, nuisance=replace(TEXTURE, size=(0.08, 0.08)))
    rows, columns = np.mgrid[:64, :64]
    for mask, label in zip(t.masks, t.labels, strict=True):
        points = np.stack([rows[mask], columns[mask]]).astype(float)
        spread = np.linalg.eigvalsh(np.cov(points)) ** 0.5
        if CONDITIONS[label] == "scratch":
            assert spread[1] > 3 * spread[0]
        elif CONDITIONS[label] == "spot":
            assert spread[1] < 1.1 * spread[0]
            assert 20 < mask.sum() < 130
        else:
            # One cell is 0.16 of 64 pixels wide.
            assert np.ptp(points, axis=1).max() < 0.16 * 64 * 1.5
            assert mask.sum() < 1.2 * (0.16 * 64) ** 2


def test_a_period_is_twice_the_radius():
    held = replace(STILL, size=(0.125, 0.125))
    for name in ("stripes", "dots", "weave"):
        image = textures(1, patterns=name, nuisance=held, share=0).images
        step = 16 if name != "weave" else 32
        assert np.array_equal(image[..., step:], image[..., :-step])
        if name != "stripes":
            assert np.array_equal(image[..., step:, :], image[..., :-step, :])
        half = step // 2
        assert not np.array_equal(image[..., half:], image[..., :-half])


# --- errors


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("size", (0.3, 0.2), "low <= high"),
        ("noise", (-0.1, 0.1), "0 <= low"),
        ("rotation", (0, float("nan")), "rotation"),
        ("position", (0, float("inf")), "position"),
        ("contrast", 0.5, "expected (low, high)"),
        ("hue", (1, 2, 3), "expected (low, high)"),
        ("texture", None, "expected (low, high)"),
        ("size", (0, 0), "0.05 <= low"),
    ],
)
def test_bad_ranges_are_explained(name, value, words):
    with pytest.raises(CourseError) as caught:
        Nuisance(**{name: value})
    assert name in str(caught.value) and words in str(caught.value)


@pytest.mark.parametrize(
    ("generate", "options", "words"),
    [
        (shapes, {"count": -1}, "count=-1 was given"),
        (shapes, {"count": 2.5}, "count=2.5 was given"),
        (shapes, {"size": 4}, "size=4 was given"),
        (shapes, {"seed": -1}, "seed=-1 was given"),
        (shapes, {"seed": 2**32}, "seed=4294967296 was given"),
        (
            shapes,
            {"nuisance": {"noise": 0}},
            "nuisance={'noise': 0} was given",
        ),
        (shapes, {"classes": ("sqare",)}, "did you mean square"),
        (shapes, {"classes": ()}, "one or more"),
        (shapes, {"classes": ("disc", "disc")}, "none of them twice"),
        (scenes, {"objects": (3, 2)}, "fewest <= most"),
        (scenes, {"objects": 3}, "objects=3"),
        (scenes, {"objects": (0, 2)}, "1 <= fewest"),
        (textures, {"patterns": "dot"}, "did you mean dots"),
        (textures, {"share": 1.5}, "share=1.5"),
        (textures, {"nuisance": Nuisance()}, "occlusion=(0, 0)"),
    ],
)
def test_bad_input_is_explained(generate, options, words):
    with pytest.raises(CourseError) as caught:
        generate(**{"count": 3} | options)
    assert words in str(caught.value)
