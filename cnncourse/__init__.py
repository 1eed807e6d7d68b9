"""Convolutional networks to build, train and look into.

The package is small on purpose. Import the part you need, for example
`from cnncourse import architectures, datasets, training`.
"""

__version__ = "0.1.0"
