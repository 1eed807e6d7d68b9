"""How much memory tensors take while something runs, counted exactly."""

import weakref
from collections.abc import Callable

import torch
from torch import Tensor
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves

from cnncourse.doors import door


@door
class LiveBytes(TorchDispatchMode):
    """Counts the bytes of storages made inside it that are still alive.

    `with LiveBytes() as live: ...` counts a training step; it is the same on
    each run and on each machine that chooses the same kernels.

    Attributes:
        now: bytes that are alive.
        peak: the most that were alive at once.
    """

    def __init__(self):
        super().__init__()
        self.now = self.peak = 0
        self.known: set[int] = set()

    def __torch_dispatch__(
        self,
        function: Callable,
        types: tuple,
        args: tuple = (),
        kwargs: dict | None = None,
    ) -> object:
        result = function(*args, **(kwargs or {}))
        for tensor in tree_leaves(result):
            if isinstance(tensor, Tensor):
                self._watch(tensor.untyped_storage())
        self.peak = max(self.peak, self.now)
        return result

    def _watch(self, storage: torch.UntypedStorage) -> None:
        """Count a storage until it goes away."""
        key, size = storage._cdata, storage.nbytes()
        if key not in self.known:
            self.known.add(key)
            self.now += size
            weakref.finalize(storage, self._forget, key, size)

    def _forget(self, key: int, size: int) -> None:
        """Stop counting a storage."""
        self.known.discard(key)
        self.now -= size
