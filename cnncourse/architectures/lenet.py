"""LeNet-5 as published in 1998, and the network that bears its name today.

Paper: LeCun, Bottou, Bengio, Haffner, "Gradient-based learning applied to
document recognition", 1998, doi:10.1109/5.726791, section II.B and table I.

As in the paper: 32x32 input, C1, trainable sub-sampling S2 and S4, the
connection table of C3, C5 as a convolution, F6, the scaled tanh after every
layer, and an output of squared distances to fixed 7x12 bitmaps.
Not as in the paper: it has bitmaps for all of ASCII; ours are the ten digits,
drawn for this course. It names no value of j in the competitive loss, and
trains with a diagonal Levenberg-Marquardt method. Section II.B sums in S2 and
S4, as we do, section II.A averages. torchvision has no LeNet.
"""

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cnncourse.architectures.registry import register
from cnncourse.errors import told

PAPER = "LeCun et al. 1998, doi:10.1109/5.726791"

# Table I: a row per map of S2, a column per map of C3, X where connected.
C3_TABLE = """
X . . . X X X . . X X X X . X X
X X . . . X X X . . X X X X . X
X X X . . . X X X . . X . X X X
. X X X . . X X X X . . X . X X
. . X X X . . X X X X . X X . X
. . . X X X . . X X X X . X X X
"""

# Twelve rows of seven, drawn for this course. X is +1 and . is -1.
BITMAPS = """
..XXX.. ...X... .XXXX.. .XXXX.. ....XX. XXXXXXX ...XXX. XXXXXXX ..XXX.. ..XXXX.
.X...X. ..XX... X....X. X....X. ...X.X. X...... ..X.... ......X .X...X. .X....X
X.....X .X.X... ......X ......X ..X..X. X...... .X..... .....X. X.....X X.....X
X.....X ...X... ......X ......X ..X..X. X...... X...... .....X. X.....X X.....X
X.....X ...X... .....X. .....X. .X...X. X.XXX.. X...... ....X.. .X...X. X.....X
X.....X ...X... ....X.. ..XXX.. X....X. XX...X. X.XXX.. ....X.. ..XXX.. .X...XX
X.....X ...X... ...X... .....X. XXXXXXX ......X XX...X. ...X... .X...X. ..XXX.X
X.....X ...X... ..X.... ......X .....X. ......X X.....X ...X... X.....X ......X
X.....X ...X... .X..... ......X .....X. ......X X.....X ..X.... X.....X ......X
X.....X ...X... X...... X.....X .....X. X.....X X.....X ..X.... X.....X .....X.
.X...X. ...X... X...... .X...X. .....X. .X...X. .X...X. .X..... .X...X. ....X..
..XXX.. .XXXXX. XXXXXXX ..XXX.. .....X. ..XXX.. ..XXX.. .X..... ..XXX.. .XXX...
"""


def read_bitmaps() -> Tensor:
    """Return the digit bitmaps as (10, 12, 7), +1 for ink and -1 for none."""
    rows = [line.split() for line in BITMAPS.strip().splitlines()]
    ink = [[[c == "X" for c in part] for part in row] for row in rows]
    return torch.tensor(ink).transpose(0, 1) * 2.0 - 1


class ScaledTanh(nn.Module):
    """The paper's squashing function, 1.7159 tanh(2x / 3), appendix A."""

    def forward(self, x: Tensor) -> Tensor:
        return 1.7159 * torch.tanh(2 / 3 * x)


class SubSampling(nn.Module):
    """Sum of each 2x2 block, times a coefficient, plus a bias, per map."""

    def __init__(self, channels: int):
        super().__init__()
        self.coefficient = nn.Parameter(torch.empty(channels, 1, 1))
        self.bias = nn.Parameter(torch.zeros(channels, 1, 1))
        self.average = nn.AvgPool2d(2)

    def forward(self, x: Tensor) -> Tensor:
        return 4 * self.average(x) * self.coefficient + self.bias


class TableConv2d(nn.Module):
    """A convolution in which each output map reads only some input maps.

    A kernel for each X of the table and a bias per output map. The kernels
    are set into a dense weight: fast, at the price of multiplying by zeros.
    """

    target: Tensor  # of each kernel: its output map,
    source: Tensor  # and its input map
    zeros: Tensor

    def __init__(self, table: str, kernel_size: int):
        super().__init__()
        rows = [line.split() for line in table.strip().splitlines()]
        columns = list(zip(*rows, strict=True))
        marks = [
            (target, source)
            for target, column in enumerate(columns)
            for source, mark in enumerate(column)
            if mark == "X"
        ]
        target, source = torch.tensor(marks).T
        kernel = (kernel_size, kernel_size)
        self.register_buffer("target", target, persistent=False)
        self.register_buffer("source", source, persistent=False)
        zeros = torch.zeros(len(columns), len(rows), *kernel)
        self.register_buffer("zeros", zeros, persistent=False)
        self.maps_read = [columns[t].count("X") for t, _ in marks]
        self.weight = nn.Parameter(torch.empty(len(marks), *kernel))
        self.bias = nn.Parameter(torch.empty(len(columns)))

    def forward(self, x: Tensor) -> Tensor:
        kernels = self.zeros.index_put((self.target, self.source), self.weight)
        return F.conv2d(x, kernels, self.bias)


class RBFOutput(nn.Module):
    """Squared distance from F6 to the bitmap of each class.

    The bitmaps are fixed. An output is a penalty: the smallest one wins.
    """

    bitmaps: Tensor

    def __init__(self):
        super().__init__()
        self.register_buffer("bitmaps", read_bitmaps().flatten(1))

    def forward(self, x: Tensor) -> Tensor:
        # N x 1 x 84 x H x W against 10 x 84 x 1 x 1
        gaps = x.unsqueeze(1) - self.bitmaps[:, :, None, None]
        return gaps.square().sum(2)  # N x 10 x H x W


def distance_loss(penalties: Tensor, labels: Tensor) -> Tensor:
    """Mean penalty of the right class, equation (8); labels are (batch,)."""
    with told(
        "These penalties and labels do not go together",
        "Expected penalties (batch, classes) and whole labels (batch,).",
    ):
        return penalties.gather(1, labels.view(len(penalties), 1)).mean()


def map_loss(penalties: Tensor, labels: Tensor, j: float = 1.0) -> Tensor:
    """Competitive maximum a posteriori loss, equation (9) of the paper.

    The penalty of the right class plus log(exp(-j) + sum exp(-penalty)),
    which pushes all penalties up. The paper names no value of j > 0.
    """
    right = distance_loss(penalties, labels)
    rubbish = torch.full_like(penalties[:, :1], j)
    rivals = torch.logsumexp(-torch.cat([rubbish, penalties], 1), 1)
    return right + rivals.mean()


@register("lenet5", "LeNet-5", 1998, PAPER, (1, 32, 32), fixed=True)
class LeNet5(nn.Module):
    """The published network: 60,000 parameters that learn.

    The outputs are penalties, (batch, 10): the smallest names the digit.
    """

    criterion = staticmethod(map_loss)

    def __init__(self):
        super().__init__()
        self.c1 = nn.Conv2d(1, 6, 5)
        self.c1_tanh = ScaledTanh()
        self.s2 = SubSampling(6)
        self.s2_tanh = ScaledTanh()
        self.c3 = TableConv2d(C3_TABLE, 5)
        self.c3_tanh = ScaledTanh()
        self.s4 = SubSampling(16)
        self.s4_tanh = ScaledTanh()
        self.c5 = nn.Conv2d(16, 120, 5)
        self.c5_tanh = ScaledTanh()
        self.f6 = nn.Conv2d(120, 84, 1)
        self.f6_tanh = ScaledTanh()
        self.output = RBFOutput()
        self.initialize()

    @torch.no_grad()
    def initialize(self) -> None:
        """Draw weights from +-2.4 / fan-in as in appendix A; biases are 0."""
        maps_read = torch.tensor(self.c3.maps_read)
        fan_in: dict[Tensor, int | Tensor] = {
            self.c1.weight: 25,
            self.s2.coefficient: 4,
            self.c3.weight: 25 * maps_read[:, None, None],
            self.s4.coefficient: 4,
            self.c5.weight: 400,
            self.f6.weight: 120,
        }
        for parameter in self.parameters():
            parameter.zero_()
        for weight, inputs in fan_in.items():
            weight.uniform_(-2.4, 2.4).div_(inputs)

    def forward(self, x: Tensor) -> Tensor:
        return self.scan(x).flatten(1)

    def scan(self, x: Tensor) -> Tensor:
        """Turn (batch, 1, H, W) into (batch, 10, H/4 - 7, W/4 - 7) penalties.

        One per place. H and W are multiples of 4, at least 32.
        """
        x = self.c1_tanh(self.c1(x))  # N x 6 x 28 x 28
        x = self.s2_tanh(self.s2(x))  # N x 6 x 14 x 14
        x = self.c3_tanh(self.c3(x))  # N x 16 x 10 x 10
        x = self.s4_tanh(self.s4(x))  # N x 16 x 5 x 5
        x = self.c5_tanh(self.c5(x))  # N x 120 x 1 x 1
        x = self.f6_tanh(self.f6(x))  # N x 84 x 1 x 1
        return self.output(x)  # N x 10 x 1 x 1

    @staticmethod
    def predict(penalties: Tensor) -> Tensor:
        """Return the class with the smallest penalty, (batch,)."""
        return penalties.argmin(1)


@register(
    "lenet5_modern", "LeNet-5 today", 1998, PAPER, (1, 32, 32), fixed=True
)
class LeNet5Modern(nn.Module):
    """What textbooks call LeNet: the layer sizes of 1998, today's parts.

    C3 reads all maps, pooling has no parameters, the output is linear:
    logits, (batch, num_classes), for the cross-entropy loss.

    Args:
        activation: module class of the non-linearity.
        pooling: `nn.MaxPool2d` or `nn.AvgPool2d`, called with the window 2.
    """

    def __init__(
        self,
        num_classes: int = 10,
        in_channels: int = 1,
        activation: type[nn.Module] = nn.ReLU,
        pooling: type[nn.Module] = nn.MaxPool2d,
    ):
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(in_channels, 6, 5),  # N x 6 x 28 x 28
            activation(),
            pooling(2),  # N x 6 x 14 x 14
            nn.Conv2d(6, 16, 5),  # N x 16 x 10 x 10
            activation(),
            pooling(2),  # N x 16 x 5 x 5
        )
        self.head = nn.Sequential(
            nn.Flatten(),
            nn.Linear(16 * 5 * 5, 120),
            activation(),
            nn.Linear(120, 84),
            activation(),
            nn.Linear(84, num_classes),
        )

    def forward(self, x: Tensor) -> Tensor:
        return self.head(self.features(x))
