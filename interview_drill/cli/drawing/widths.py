"""Rich counts σ, √ and … as one column; where the terminal gives them two, it is told, so that columns line up.

Nothing public of Rich says so: it asks two functions of its module `cells`, which are wrapped here once. Where a
later Rich has others, it counts as it always did.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from rich import cells

from interview_drill.formula.layout.measuring import columns

SIZE, NARROW = "get_character_cell_size", "_is_single_cell_widths"


def widen() -> None:
    """From here on Rich gives characters of ambiguous width two columns."""
    size, narrow = getattr(cells, SIZE, None), getattr(cells, NARROW, None)
    if size is None or narrow is None or narrow is str.isascii:
        return
    setattr(cells, SIZE, _widened(size))
    setattr(cells, NARROW, str.isascii)
    cells.cached_cell_len.cache_clear()


def _widened(size: Callable[..., int]) -> Callable[..., int]:
    @lru_cache(maxsize=4096)
    def counted(char: str, *version: Any, **named: Any) -> int:
        return 2 if columns(char, 2) > columns(char, 1) else size(char, *version, **named)

    return counted
