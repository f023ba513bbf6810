"""Files without what they tell besides: where a picture was taken, on which phone, when."""

import struct
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

_PICTURES = ("JPEG", "PNG", "WEBP")
_QUALITY = 90
_HEADER = 8
_HOLDERS = frozenset({b"moov", b"trak"})  # boxes of ISO/IEC 14496-12 that hold others
_TELLING = frozenset({b"udta", b"meta"})


def without_metadata(data: bytes) -> bytes:
    """Pictures are drawn anew and films lose their notes; anything else comes back as it is."""
    if data[4:8] == b"ftyp":
        return _film(data)
    try:
        with Image.open(BytesIO(data), formats=_PICTURES) as picture:
            return _drawn_anew(picture)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError):
        return data


def _drawn_anew(picture: Image.Image) -> bytes:
    kind = picture.format
    upright = ImageOps.exif_transpose(picture)
    clean = Image.new(upright.mode, upright.size)
    if upright.palette is not None:
        clean.putpalette(upright.palette)
    clean.paste(upright)
    out = BytesIO()
    clean.save(out, kind, quality=_QUALITY)
    return out.getvalue()


def _film(data: bytes) -> bytes:
    """The notes' place stays, empty, so that nothing in the file moves."""
    film = bytearray(data)
    for start, end in _notes(data, 0, len(data)):
        film[start - 4 : start] = b"free"
        film[start:end] = bytes(end - start)
    return bytes(film)


def _notes(data: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start + _HEADER <= end:
        size, kind = struct.unpack_from(">I4s", data, start)
        if not _HEADER <= size <= end - start:
            return  # a box up to the end of the file, or of 64 bits: the film itself
        if kind in _TELLING:
            yield start + _HEADER, start + size
        elif kind in _HOLDERS:
            yield from _notes(data, start + _HEADER, start + size)
        start += size
