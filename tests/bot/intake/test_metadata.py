import struct
from io import BytesIO

import pytest
from PIL import Image

from bot.intake.metadata import without_metadata
from tests.chatserver.samples import OGG, PDF, picture

_ORIENTATION, _MODEL, _GPS = 0x0112, 0x0110, 0x8825


def _photo() -> bytes:
    """As a phone takes it: lying on its side, with its model and where it was."""
    exif = Image.Exif()
    exif[_ORIENTATION], exif[_MODEL] = 6, "俺的手机"
    exif[_GPS] = {1: "N", 2: (35.0, 47.0, 6.0)}
    return picture(40, 30, "JPEG", exif=exif)


def test_a_photo_stands_upright_and_tells_neither_phone_nor_place() -> None:
    with Image.open(BytesIO(without_metadata(_photo()))) as clean:
        assert (clean.format, clean.size, dict(clean.getexif())) == ("JPEG", (30, 40), {})


@pytest.mark.parametrize("mode", ["P", "RGBA", "L"])
def test_a_picture_looks_as_before(mode: str) -> None:
    before = Image.new("RGB", (4, 3), "green").convert(mode)
    drawn = BytesIO()
    before.save(drawn, "PNG")
    with Image.open(BytesIO(without_metadata(drawn.getvalue()))) as after:
        assert after.convert("RGBA").tobytes() == before.convert("RGBA").tobytes()


def test_a_films_notes_are_emptied_where_they_stand() -> None:
    # Boxes of ISO/IEC 14496-12; phones write the place into moov/udta as ©xyz.
    notes = _box(b"udta", _box(b"\xa9xyz", b"+35.7851+118.6271/"))
    film = _box(b"ftyp", b"isom") + _box(b"moov", _box(b"mvhd", b"\x01") + notes) + _box(b"mdat", b"film")
    clean = without_metadata(film)
    assert len(clean) == len(film)
    assert b"118.6271" not in clean
    assert clean.replace(_box(b"free", bytes(len(notes) - 8)), notes) == film


@pytest.mark.parametrize("data", [OGG, PDF, b"", _photo()[:200]])
def test_anything_else_is_kept_as_it_is(data: bytes) -> None:
    assert without_metadata(data) == data


def _box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", 8 + len(content)) + kind + content
