"""Changes to whole batches of pictures.

Names with a capital letter are random steps for `Augment`, each picture with
its own numbers: `Augment(Rotate(20))` trains. Functions change every picture
by the amount given: `rotate(images, 20)` asks what a trained network bears.
"""

from cnncourse.augmentation.augment import Augment, Augmented, RandAugment
from cnncourse.augmentation.color import (
    Brightness,
    Contrast,
    Hue,
    PCAColor,
    Saturation,
)
from cnncourse.augmentation.fixed import (
    blur,
    noise,
    resize,
    rotate,
    shift,
    shuffle,
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
    "blur",
    "cutmix",
    "mixup",
    "noise",
    "resize",
    "rotate",
    "shift",
    "shuffle",
    "warp",
]
