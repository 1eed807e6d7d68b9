"""A drawing of any network, from the network itself."""

from cnncourse.diagrams.cards import Diagram, draw

__all__ = ["Diagram", "draw"]
