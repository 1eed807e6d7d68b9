"""Bug hunt: `vgg()` works, `vgg(num_classes=10)` does not.

Follow the word `num_classes` through the last function. Where does it
arrive, and where should it? The repair moves a few characters. Then say why
the error was hidden as long as nobody wanted another number of classes.
"""

from torch import nn


def make_layers(widths, batch_norm=False):
    layers, channels = [], 3
    for width in widths:
        layers.append(nn.Conv2d(channels, width, 3, padding=1))
        if batch_norm:
            layers.append(nn.BatchNorm2d(width))
        layers += [nn.ReLU(), nn.MaxPool2d(2)]
        channels = width
    return nn.Sequential(*layers)


class VGG(nn.Module):
    def __init__(self, features, num_classes=1000):
        super().__init__()
        self.features = features
        self.pool = nn.AdaptiveAvgPool2d((1, 1))
        self.classifier = nn.Linear(64, num_classes)

    def forward(self, x):
        return self.classifier(self.pool(self.features(x)).flatten(1))


def vgg(**options):
    return VGG(make_layers([16, 32, 64], **options))
