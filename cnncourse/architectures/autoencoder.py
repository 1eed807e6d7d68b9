"""A convolutional autoencoder: squeeze a picture, rebuild it, compare.

Paper: Masci, Meier, Ciresan, Schmidhuber, "Stacked convolutional
auto-encoders for hierarchical feature extraction", 2011,
doi:10.1007/978-3-642-21735-7_7 (convolutions that encode and decode).
Bergmann, Fauser, Sattlegger, Steger, "MVTec AD", 2019,
doi:10.1109/CVPR.2019.00982 (its use to find defects).

The network is this course's own, for 32x32 pictures, and neither paper's:
strided convolutions instead of pooling, all layers trained at once, and a
decoder that enlarges by repetition before it convolves. Transposed
convolutions leave a checkerboard, which looks like a defect. torchvision
has no autoencoder.
"""

from torch import Tensor, nn

from cnncourse.architectures.blocks import conv_relu
from cnncourse.architectures.registry import CIFAR, register

PAPER = "Masci et al. 2011, doi:10.1007/978-3-642-21735-7_7"


@register(
    "autoencoder_32",
    "Convolutional autoencoder",
    2011,
    PAPER,
    CIFAR,
    fixed=True,
)
class AutoEncoder32(nn.Module):
    """Picture to latent vector and back; a defect does not come back.

    Trained on normal pictures only, it rebuilds those. The squared
    difference between input and output is large where a picture is unlike
    them. The output is linear: any scaling of the pictures will do.

    Args:
        in_channels: channels of the picture and of its reconstruction.
        latent: length of the latent vector, the bottleneck.
        width: maps of the first convolution; each halving doubles them.
    """

    def __init__(
        self, in_channels: int = 3, latent: int = 32, width: int = 16
    ):
        super().__init__()
        w = width
        self.encoder = nn.Sequential(
            *conv_relu(in_channels, w, 3, stride=2),  # N x w x 16 x 16
            *conv_relu(w, 2 * w, 3, stride=2),  # N x 2w x 8 x 8
            *conv_relu(2 * w, 4 * w, 3, stride=2),  # N x 4w x 4 x 4
            nn.Flatten(),  # N x 64w
            nn.Linear(64 * w, latent),
        )
        self.decoder = nn.Sequential(
            nn.Linear(latent, 64 * w),
            nn.ReLU(),
            nn.Unflatten(1, (4 * w, 4, 4)),
            nn.Upsample(scale_factor=2),  # N x 4w x 8 x 8
            *conv_relu(4 * w, 2 * w, 3),
            nn.Upsample(scale_factor=2),  # N x 2w x 16 x 16
            *conv_relu(2 * w, w, 3),
            nn.Upsample(scale_factor=2),  # N x w x 32 x 32
            nn.Conv2d(w, in_channels, 3, padding=1),
        )

    def encode(self, images: Tensor) -> Tensor:
        """Return the latent vectors, (batch, latent)."""
        return self.encoder(images)

    def decode(self, latent: Tensor) -> Tensor:
        """Return the pictures of latent vectors, (batch, channels, 32, 32)."""
        return self.decoder(latent)

    def forward(self, x: Tensor) -> Tensor:
        return self.decode(self.encode(x))
