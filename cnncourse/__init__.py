"""Convolutional networks to build, train and look into.

A map of the house. Read in this order, an afternoon in all:
`architectures/lenet.py`, `architectures/resnet.py`, `training/loop.py`,
`training/recipe.py`, `datasets/catalogue.py`, `summary.py`.

Doors, each imported with `from cnncourse import ...`:

- `architectures`: all networks by name; one file a family.
- `datasets`: pictures with labels, by name or from your own folder.
- `augmentation`: random changes to whole batches of pictures.
- `training`: the loop, its recipe, exact resume.
- `runs`: recorded training runs as data.
- `summary`: layers, parameters, MACs, receptive fields.
- `diagrams`, `visualize`, `interactive`: figures and sliders.
- `live`: trained networks that run in a page.
- `claims`, `evidence`, `notebook`: what a chapter's cells need.

Imports point downwards: architectures know nothing of training, training
nothing of plotting.
"""

__version__ = "0.1.0"
