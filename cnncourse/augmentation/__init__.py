"""Random changes to whole batches of pictures, each picture with its own."""

from cnncourse.augmentation.augment import Augment, Augmented, RandAugment
from cnncourse.augmentation.color import (
    Brightness,
    Contrast,
    Hue,
    PCAColor,
    Saturation,
)
from cnncourse.augmentation.geometry import (
    Affine,
    Crop,
    Flip,
    Perspective,
    Rotate,
    Scale,
    Shear,
    Translate,
)
from cnncourse.augmentation.mixing import cutmix, mixup
from cnncourse.augmentation.pixels import Blur, Cutout, Noise
from cnncourse.augmentation.warp import warp

__all__ = [
    "Affine",
    "Augment",
    "Augmented",
    "Blur",
    "Brightness",
    "Contrast",
    "Crop",
    "Cutout",
    "Flip",
    "Hue",
    "Noise",
    "PCAColor",
    "Perspective",
    "RandAugment",
    "Rotate",
    "Saturation",
    "Scale",
    "Shear",
    "Translate",
    "cutmix",
    "mixup",
    "warp",
]
