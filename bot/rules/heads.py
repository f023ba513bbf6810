"""Who of a unit is its head (一把手), told by the post as the roster writes it."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

_HEADS = ("局长", "主任", "书记", "党委书记", "党组书记", "部长", "院长", "经理", "总经理", "镇长", "乡长")
"""The first of them before the others, where a unit has several."""


class InPost(Protocol):
    @property
    def post(self) -> str: ...


_Official = TypeVar("_Official", bound=InPost)


def head_of(officials: Iterable[_Official]) -> _Official | None:
    """None where the roster knows nobody: neither a deputy (副局长) nor who leads a part of it (信访室主任)."""
    ranked = [(_rank(official.post), official) for official in officials]
    heads = [(rank, official) for rank, official in ranked if rank is not None]
    return min(heads, key=lambda ranked: ranked[0])[1] if heads else None


def _rank(post: str) -> int | None:
    ranks = [_HEADS.index(one) for one in re.split(r"[、,,/ ]", post) if one in _HEADS]
    return min(ranks, default=None)
