"""A drawing of any network, from the network itself."""

from cnncourse.diagrams.cards import Diagram, draw
from cnncourse.diagrams.stacks import stacks

__all__ = ["Diagram", "draw", "stacks"]
