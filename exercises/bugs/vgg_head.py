"""Bug hunt: the head of VGG does not fit behind its convolutions.

The convolutions of VGG give 512 maps. Run `VGGHead()(torch.zeros(1, 512, 7,
7))` and read the two shapes in the message. Which size does the dense layer
expect, and which one arrives? There are two repairs: find both, and compare
how many parameters the head has after each.
"""

from torch import nn


class VGGHead(nn.Module):
    def __init__(self, num_classes=1000):
        super().__init__()
        self.pool = nn.AdaptiveAvgPool2d((1, 1))
        self.dense1 = nn.Linear(512 * 7 * 7, 4096)
        self.dense2 = nn.Linear(4096, 4096)
        self.dense3 = nn.Linear(4096, num_classes)

    def forward(self, x):
        x = self.pool(x).flatten(1)
        x = self.dense1(x).relu()
        x = self.dense2(x).relu()
        return self.dense3(x)
