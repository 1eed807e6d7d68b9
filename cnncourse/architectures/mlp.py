"""A multi-layer perceptron: the baseline that knows nothing of pictures.

Each pixel has its own weight to each hidden unit (Rumelhart, Hinton,
Williams, "Learning representations by back-propagating errors", 1986,
doi:10.1038/323533a0). torchvision's `MLP` has no names of layers to show.
"""

from torch import Tensor, nn

from cnncourse.architectures.registry import register

PAPER = "Rumelhart et al. 1986, doi:10.1038/323533a0"


@register(
    "mlp", "Multi-layer perceptron", 1986, PAPER, (1, 32, 32), fixed=True
)
class MLP(nn.Module):
    """One hidden layer over all pixels of a 32x32 picture.

    Args:
        hidden: units between; 59 give about as many parameters as LeNet-5
            has, 403 as many MACs as today's LeNet.
    """

    def __init__(
        self, hidden: int = 59, num_classes: int = 10, in_channels: int = 1
    ):
        super().__init__()
        self.hidden = nn.Linear(in_channels * 32 * 32, hidden)
        self.relu = nn.ReLU()
        self.output = nn.Linear(hidden, num_classes)

    def forward(self, x: Tensor) -> Tensor:
        x = x.flatten(1)  # N x 1024
        return self.output(self.relu(self.hidden(x)))
