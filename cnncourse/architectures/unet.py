"""U-Net: an encoder, a decoder, and skips that carry detail across.

Paper: Ronneberger, Fischer, Brox, "U-Net: convolutional networks for
biomedical image segmentation", 2015, arXiv:1505.04597, figure 1, section 2.

`unet`, as in the paper: unpadded convolutions, 572x572 pixels in, two maps
of 388x388 out, up-convolutions that halve the channels, skips cut to size
and put first, dropout at the end of the contracting path, initial weights
of deviation sqrt(2 / fan-in). Not as in the paper: it names no dropout
probability, ours is 0.5; the maps are logits, the soft-max is the loss's.

`unet_padded` has the same weights and pads every 3x3 convolution by one, so
that pictures keep their size and nothing is cut. `unet_mini_64` is this
course's own, an eighth as wide. torchvision has no U-Net.
"""

from functools import partial

import torch
from torch import Tensor, nn

from cnncourse.architectures.blocks import conv_relu
from cnncourse.architectures.registry import register
from cnncourse.errors import CourseError

PAPER = "Ronneberger et al. 2015, arXiv:1505.04597"


class ValidBlock(nn.Sequential):
    """Two unpadded 3x3 convolutions, each with a ReLU: 4 pixels a side go."""

    padding = 0

    def __init__(self, in_channels: int, out_channels: int):
        super().__init__(
            *conv_relu(in_channels, out_channels, 3, padding=self.padding),
            *conv_relu(out_channels, out_channels, 3, padding=self.padding),
        )


class PaddedBlock(ValidBlock):
    """The same block with a border of zeros: the size stays."""

    padding = 1


class UpConv(nn.ConvTranspose2d):
    """The paper's up-convolution: each pixel becomes 2x2, half the maps."""

    def __init__(self, in_channels: int):
        super().__init__(in_channels, in_channels // 2, 2, stride=2)


class BilinearUp(nn.Sequential):
    """Interpolation to twice the size, then a 3x3 convolution.

    Every output pixel is made alike, so no checkerboard appears (Odena et
    al. 2016, doi:10.23915/distill.00003).
    """

    def __init__(self, in_channels: int):
        super().__init__(
            nn.Upsample(scale_factor=2, mode="bilinear"),
            nn.Conv2d(in_channels, in_channels // 2, 3, padding=1),
        )


class Skip(nn.Module):
    """Cut the middle out of the encoder's maps, put them before the others."""

    factor = 2  # how many times the decoder's maps come out

    def forward(self, encoded: Tensor, x: Tensor) -> Tensor:
        height, width = x.shape[2], x.shape[3]
        top = (encoded.shape[2] - height) // 2
        left = (encoded.shape[3] - width) // 2
        middle = encoded[:, :, top : top + height, left : left + width]
        return torch.cat([middle, x], 1)


class NoSkip(nn.Module):
    """Forget the encoder's maps: the U without its bridges.

    The first convolution of each decoder block reads half as many maps, so
    the network also loses parameters; a larger `width` makes up for them.
    """

    factor = 1

    def forward(self, encoded: Tensor, x: Tensor) -> Tensor:
        return x


def _check_size(model: "UNet", args: tuple, kwargs: dict) -> None:
    """Refuse pictures that four poolings cannot halve evenly."""
    images = [*args, *kwargs.values(), None][0]
    if not isinstance(images, Tensor) or images.ndim != 4:
        return  # no batch of pictures at all: the first layer says so
    height, width = images.shape[2:]
    smallest = 16 if model.encoder[0].padding else 188
    for side in (height, width):
        spare = (side - smallest) % 16
        if spare or side < smallest:
            fits = max(side - spare + 16, smallest)
            raise CourseError(
                f"The pictures are {height}x{width}; this U-Net takes sides "
                f"of {smallest}, {smallest + 16}, {smallest + 32} and so on. "
                f"Pad the side of {side} to {fits}."
            )


class UNet(nn.Module):
    """Four halvings, four doublings, a skip at each size.

    Takes (batch, in_channels, height, width), returns logits, (batch,
    num_classes, height, width), with `ValidBlock` 184 pixels less a side.

    Args:
        num_classes: maps that come out.
        in_channels: 1 for gray pictures, 3 for color.
        width: maps of the first stage; each halving doubles them.
        block: `ValidBlock`, `PaddedBlock`, or a class made of them.
        upsampling: `UpConv` or `BilinearUp`, called with its input channels.
        skip: `Skip` or `NoSkip`.
    """

    def __init__(
        self,
        num_classes: int = 2,
        in_channels: int = 1,
        width: int = 64,
        block: type[ValidBlock] = ValidBlock,
        upsampling: type[UpConv] | type[BilinearUp] = UpConv,
        skip: type[Skip] | type[NoSkip] = Skip,
    ):
        super().__init__()
        widths = [width * 2**stage for stage in range(5)]
        self.encoder = nn.ModuleList(
            block(i, o)
            for i, o in zip([in_channels, *widths[:-1]], widths, strict=True)
        )
        self.pools = nn.ModuleList(nn.MaxPool2d(2) for _ in range(4))
        self.dropout = nn.Dropout(0.5)
        self.ups = nn.ModuleList(upsampling(2 * w) for w in widths[3::-1])
        self.skips = nn.ModuleList(skip() for _ in range(4))
        self.decoder = nn.ModuleList(
            block(skip.factor * w, w) for w in widths[3::-1]
        )
        self.output = nn.Conv2d(width, num_classes, 1)
        self.initialize()
        self.register_forward_pre_hook(_check_size, with_kwargs=True)

    @torch.no_grad()
    def initialize(self) -> None:
        """Draw weights from N(0, sqrt(2 / fan-in)), section 3; biases 0."""
        for layer in self.modules():
            if isinstance(layer, nn.Conv2d):
                fan_in = layer.weight[0].numel()
            elif isinstance(layer, nn.ConvTranspose2d):
                fan_in = layer.in_channels  # one pixel, since nothing overlaps
            else:
                continue
            layer.weight.normal_(0, (2 / fan_in) ** 0.5)
            layer.get_parameter("bias").zero_()

    def forward(self, x: Tensor) -> Tensor:
        # Shapes for 572x572 and ValidBlock.
        encoded = []
        for block, pool in zip(self.encoder, self.pools, strict=False):
            encoded.append(block(x))  # 64x568, 128x280, 256x136, 512x64
            x = pool(encoded[-1])  # 64x284, 128x140, 256x68, 512x32
        x = self.dropout(self.encoder[-1](x))  # 1024x28
        stages = zip(self.ups, self.skips, self.decoder, strict=True)
        for up, skip, block in stages:
            x = up(x)  # 512x56, 256x104, 128x200, 64x392
            x = skip(encoded.pop(), x)  # 1024x56, 512x104, 256x200, 128x392
            x = block(x)  # 512x52, 256x100, 128x196, 64x388
        return self.output(x)  # 2x388


register("unet", "U-Net", 2015, PAPER, (1, 572, 572), smallest=188)(UNet)
register(
    "unet_padded", "U-Net, padded", 2015, PAPER, (1, 512, 512), smallest=16
)(partial(UNet, block=PaddedBlock))
register(
    "unet_mini_64", "U-Net, small", 2015, PAPER, (3, 64, 64), smallest=16
)(partial(UNet, in_channels=3, width=8, block=PaddedBlock))
