"""Inception-v4, in the notation of its figures.

Paper: Szegedy, Ioffe, Vanhoucke, Alemi, "Inception-v4, Inception-ResNet and
the impact of residual connections on learning", 2016, arXiv:1602.07261,
figures 3 to 9.

As in the authors' code (TF-slim) and timm, and not as in figure 6, the
deepest branch of `InceptionC` has 3x1 before 1x3. Average pooling leaves the
border out, as there. The authors' code trains with an auxiliary head, which
is in no figure; it is not built. torchvision has no such network. timm's has
no dropout, the paper keeps 80 %.
"""

from torch import Tensor, nn

from cnncourse.architectures.inception import Concat, chain
from cnncourse.architectures.registry import register

PAPER = "Szegedy et al. 2016, arXiv:1602.07261"


def pooled(in_channels: int, layers: str) -> nn.Sequential:
    """Return an average pooling and the convolutions after it."""
    pool = nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False)
    return nn.Sequential(pool, *chain(in_channels, layers))


class StemV4(nn.Sequential):
    """Figure 3: 299x299 to 35x35, pooling beside convolution."""

    def __init__(self, in_channels: int):
        super().__init__(
            chain(in_channels, "3x3 32 V/2, 3x3 32 V, 3x3 64"),
            Concat(nn.MaxPool2d(3, stride=2), chain(64, "3x3 96 V/2")),
            Concat(
                chain(160, "1x1 64, 3x3 96 V"),
                chain(160, "1x1 64, 1x7 64, 7x1 64, 3x3 96 V"),
            ),
            Concat(chain(192, "3x3 192 V/2"), nn.MaxPool2d(3, stride=2)),
        )


class InceptionA(Concat):
    """Figure 4, on 35x35."""

    def __init__(self):
        super().__init__(
            chain(384, "1x1 96"),
            chain(384, "1x1 64, 3x3 96"),
            chain(384, "1x1 64, 3x3 96, 3x3 96"),
            pooled(384, "1x1 96"),
        )


class ReductionA(Concat):
    """Figure 7 with table 1: k, l, m, n = 192, 224, 256, 384; to 17x17."""

    def __init__(self):
        super().__init__(
            chain(384, "3x3 384 V/2"),
            chain(384, "1x1 192, 3x3 224, 3x3 256 V/2"),
            nn.MaxPool2d(3, stride=2),
        )


class InceptionB(Concat):
    """Figure 5, on 17x17."""

    def __init__(self):
        super().__init__(
            chain(1024, "1x1 384"),
            chain(1024, "1x1 192, 1x7 224, 7x1 256"),
            chain(1024, "1x1 192, 7x1 192, 1x7 224, 7x1 224, 1x7 256"),
            pooled(1024, "1x1 128"),
        )


class ReductionB(Concat):
    """Figure 8, to 8x8."""

    def __init__(self):
        super().__init__(
            chain(1024, "1x1 192, 3x3 192 V/2"),
            chain(1024, "1x1 256, 1x7 256, 7x1 320, 3x3 320 V/2"),
            nn.MaxPool2d(3, stride=2),
        )


class InceptionC(Concat):
    """Figure 6, on 8x8: two branches end in 1x3 beside 3x1."""

    def __init__(self):
        super().__init__(
            chain(1536, "1x1 256"),
            nn.Sequential(
                chain(1536, "1x1 384"),
                Concat(chain(384, "1x3 256"), chain(384, "3x1 256")),
            ),
            nn.Sequential(
                chain(1536, "1x1 384, 3x1 448, 1x3 512"),
                Concat(chain(512, "1x3 256"), chain(512, "3x1 256")),
            ),
            pooled(1536, "1x1 256"),
        )


@register(
    "inception_v4", "Inception-v4", 2016, PAPER, (3, 299, 299), smallest=75
)
class InceptionV4(nn.Module):
    """Inception-v4, figure 9; returns logits, (batch, num_classes)."""

    def __init__(self, num_classes: int = 1000, in_channels: int = 3):
        super().__init__()
        self.stem = StemV4(in_channels)
        self.inception_a = nn.Sequential(*(InceptionA() for _ in range(4)))
        self.reduction_a = ReductionA()
        self.inception_b = nn.Sequential(*(InceptionB() for _ in range(7)))
        self.reduction_b = ReductionB()
        self.inception_c = nn.Sequential(*(InceptionC() for _ in range(3)))
        self.avgpool = nn.AdaptiveAvgPool2d(1)
        self.dropout = nn.Dropout(0.2)
        self.fc = nn.Linear(1536, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)  # N x 384 x 35 x 35
        x = self.inception_a(x)  # N x 384 x 35 x 35
        x = self.reduction_a(x)  # N x 1024 x 17 x 17
        x = self.inception_b(x)  # N x 1024 x 17 x 17
        x = self.reduction_b(x)  # N x 1536 x 8 x 8
        x = self.inception_c(x)  # N x 1536 x 8 x 8
        x = self.dropout(self.avgpool(x).flatten(1))  # N x 1536
        return self.fc(x)
