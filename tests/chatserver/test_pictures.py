"""Sizes of pictures, held against what Pillow says of its own drawings."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from bot.chatserver.pictures import measure
from tests.chatserver.samples import picture

FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "png": ("PNG", {}),
    "jpeg": ("JPEG", {}),
    "progressive jpeg": ("JPEG", {"progressive": True}),
    "gif": ("GIF", {}),
    "webp": ("WEBP", {}),
    "lossless webp": ("WEBP", {"lossless": True}),
    "webp with exif": ("WEBP", {"exif": b"Exif\0\0" + b"\0" * 8}),
}


@pytest.mark.parametrize("name", FORMS)
@pytest.mark.parametrize("size", [(1, 1), (640, 480), (3, 2000)])
def test_a_picture_has_the_size_that_pillow_drew(name: str, size: tuple[int, int]) -> None:
    form, options = FORMS[name]
    assert measure(io.BytesIO(picture(*size, form, **options))) == size


@pytest.mark.parametrize(("held", "seen"), [(1, (40, 30)), (3, (40, 30)), (6, (30, 40)), (8, (30, 40))])
@pytest.mark.parametrize("order", ["<", ">"])
def test_a_photo_taken_sideways_has_the_size_that_is_seen(held: int, seen: tuple[int, int], order: str) -> None:
    # Exif 2.32, 4.6.4: orientations 5 to 8 swap width and height.
    exif = Image.Exif()
    exif.endian = order
    exif[0x0112] = held
    assert measure(io.BytesIO(picture(40, 30, "JPEG", exif=exif))) == seen


@pytest.mark.parametrize("name", FORMS)
def test_half_a_header_is_no_picture(name: str) -> None:
    form, options = FORMS[name]
    whole = picture(640, 480, form, **options)
    for length in range(0, 24, 3):
        assert measure(io.BytesIO(whole[:length])) in {None, (640, 480)}


BEGINNINGS = [b"", b"\xff\xd8", b"RIFF0000WEBPVP8 ", b"\x89PNG\r\n\x1a\n", b"GIF89a"]


@given(st.binary(max_size=400), st.sampled_from(BEGINNINGS))
def test_no_bytes_make_it_fail(rest: bytes, beginning: bytes) -> None:
    size = measure(io.BytesIO(beginning + rest))
    assert size is None or min(size) >= 0


@given(st.binary(max_size=200))
def test_damaged_exif_data_do_not_make_a_photo_unreadable(rest: bytes) -> None:
    segment = b"Exif\0\0MM\0*" + rest
    jpeg = b"\xff\xd8\xff\xe1" + (len(segment) + 2).to_bytes(2) + segment + picture(40, 30, "JPEG")[2:]
    assert measure(io.BytesIO(jpeg)) in {(40, 30), (30, 40)}
