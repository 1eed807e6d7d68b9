"""Bug hunt: this LeNet runs without an error, and training stops at the loss.

Run `nn.functional.cross_entropy(LeNet()(torch.zeros(1, 1, 32, 32)),
torch.tensor([0]))`. The message comes from the loss, the mistake does not.
What did the network hand over? Add one line.
"""

import torch
from torch import nn


class LeNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 6, 5)
        self.conv2 = nn.Conv2d(6, 16, 5)
        self.dense = nn.Linear(16 * 5 * 5, 10)

    def forward(self, x):
        x = torch.max_pool2d(torch.relu(self.conv1(x)), 2)
        x = torch.max_pool2d(torch.relu(self.conv2(x)), 2)
        x = self.dense(x.flatten(1))
