"""How large a picture is, read from its header alone: PNG, JPEG, GIF and WebP."""

import struct
from typing import BinaryIO

Size = tuple[int, int]
MAX_SEGMENTS = 1_000
# Frame headers of every JPEG process; C4, C8 and CC are something else (ITU-T T.81, table B.1).
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_START_OF_SCAN = 0xDA
_EXIF = 0xE1
_ORIENTATION = 0x0112
_FIRST_ON_ITS_SIDE = 5


def measure(picture: BinaryIO) -> Size | None:
    """Width and height as the picture is shown, None when it is no picture of these kinds."""
    head = picture.read(32)
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n") and head[12:16] == b"IHDR":
            width, height = struct.unpack(">II", head[16:24])
            return width, height
        if head.startswith((b"GIF87a", b"GIF89a")):
            width, height = struct.unpack("<HH", head[6:10])
            return width, height
        if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
            return _webp(head)
        if head.startswith(b"\xff\xd8"):
            picture.seek(2)
            return _jpeg(picture)
    except struct.error:
        return None
    return None


def _webp(head: bytes) -> Size | None:
    """RFC 9649, sections 2.5 to 2.7."""
    form = head[12:16]
    if form == b"VP8X":
        return _int24(head[24:27]) + 1, _int24(head[27:30]) + 1
    if form == b"VP8L" and head[20:21] == b"\x2f":
        (bits,) = struct.unpack("<I", head[21:25])
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if form == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack("<HH", head[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _int24(given: bytes) -> int:
    (value,) = struct.unpack("<I", given + b"\0")
    return int(value)


def _jpeg(picture: BinaryIO) -> Size | None:
    sideways = False
    for _ in range(MAX_SEGMENTS):
        prefix, marker, length = struct.unpack(">BBH", picture.read(4))
        if prefix != 0xFF or marker == _START_OF_SCAN or length < 2:
            return None
        if marker in _FRAMES:
            _, height, width = struct.unpack(">BHH", picture.read(5))
            return (height, width) if sideways else (width, height)
        segment = picture.read(length - 2)
        if marker == _EXIF:
            sideways = _lies_on_its_side(segment)
    return None


def _lies_on_its_side(exif: bytes) -> bool:
    """Whether the camera was held so; damaged Exif data say nothing."""
    try:
        return _orientation(exif) >= _FIRST_ON_ITS_SIDE
    except struct.error:
        return False


def _orientation(exif: bytes) -> int:
    """How the camera was held, 1 to 8 (Exif 2.32, 4.6.4)."""
    tiff = exif[6:]
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if not exif.startswith(b"Exif\0\0") or order is None:
        return 1
    (at,) = struct.unpack(order + "I", tiff[4:8])
    (count,) = struct.unpack(order + "H", tiff[at : at + 2])
    for entry in range(at + 2, at + 2 + 12 * count, 12):
        tag, _, _, value = struct.unpack(order + "HHIH", tiff[entry : entry + 10])
        if tag == _ORIENTATION:
            return int(value)
    return 1
