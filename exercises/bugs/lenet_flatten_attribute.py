"""Bug hunt: this LeNet stops in its forward pass.

Run `LeNet()(torch.zeros(1, 1, 32, 32))`. Which line stops, what does the
message say is missing, and whose part should it be? Change one line.
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
        x = x.torch.flatten(x, 1)
        return self.dense(x)
