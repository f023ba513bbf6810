"""Whom an appeal may be joined with, and which members of a common issue one answer reaches."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Near(StrEnum):
    """How near another appeal of the same matter was told, the nearest first."""

    HOME = "home"
    """By another member of the own household: their words are their own."""
    VILLAGE = "village"
    AREA = "area"


@dataclass(frozen=True)
class Like:
    """Another public appeal that tells of the same matter. `issue`: the common issue that it is in. `decides`: its
    author was asked about joining before, or has left an issue, or cannot be told: nobody else joins it to anything."""

    appeal: int
    household: int
    near: Near
    is_open: bool = True
    issue: int | None = None
    decides: bool = False


@dataclass(frozen=True)
class Partner:
    """The one to join with, and how many other households tell of the matter as near as that."""

    like: Like
    households: int


def partner_of(likes: Sequence[Like]) -> Partner | None:
    """Given the likeliest first. The own household before the village, and that before the area; an issue that is
    there before a new one. Only what is open can be joined; what was answered lately is counted all the same."""
    for near in Near:
        around = [like for like in likes if like.near is near]
        joinable = [like for like in around if like.is_open and (like.issue is not None or not like.decides)]
        if joinable:
            like = next((like for like in joinable if like.issue is not None), joinable[0])
            return Partner(like, len({one.household for one in around}))
    return None


@dataclass(frozen=True)
class Member:
    """An appeal of the issue as the official who has just answered another one knows it."""

    appeal: int
    is_open: bool
    in_their_hands: bool


@dataclass(frozen=True)
class Reach:
    """`theirs`: what the same answer may go to; `others`: how many stay with whoever holds them."""

    theirs: tuple[int, ...]
    others: int


def reach_of(members: Iterable[Member]) -> Reach:
    open_ones = [member for member in members if member.is_open]
    theirs = tuple(sorted(member.appeal for member in open_ones if member.in_their_hands))
    return Reach(theirs, len(open_ones) - len(theirs))
