"""Many small sums in one large number: Python adds twenty of them in the time of one.

A number has a lane of 64 bits for each sum. None may be below nothing: what could be is lifted first.
"""

import struct
from collections.abc import Sequence

_BITS = 64
LANE = (1 << _BITS) - 1  # the bits of the lowest


def packed(numbers: Sequence[int]) -> int:
    """The first in the lowest lane. Raises struct.error where one is below nothing or too large."""
    return int.from_bytes(struct.pack(f"<{len(numbers)}Q", *numbers), "little")


def unpacked(whole: int, lanes: int) -> tuple[int, ...]:
    """Raises OverflowError where there are more lanes."""
    return struct.unpack(f"<{lanes}Q", whole.to_bytes(lanes * _BITS // 8, "little"))


def lane(whole: int, place: int) -> int:
    return whole >> shift_of(place) & LANE


def shift_of(place: int) -> int:
    """By so much a number is moved down for that lane to be the lowest."""
    return _BITS * place
