"""Files to send: pictures drawn by Pillow, and the beginnings of sound and film."""

import io
from typing import Any

from PIL import Image

Part = tuple[str, bytes, str]
OGG = b"OggS\x00\x02" + b"\x00" * 60
MP3 = b"ID3\x04\x00" + b"\x00" * 60
MP4 = b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 60
WEBM = b"\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm" + b"\x00" * 60
PDF = b"%PDF-1.7\n" + b"\x00" * 60
HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(width: int = 4, height: int = 3, form: str = "PNG", **options: Any) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(drawn, form, **options)
    return drawn.getvalue()


def photo(name: str = "well.png") -> Part:
    return name, picture(), "image/png"


def voice() -> Part:
    return "voice.ogg", OGG, "audio/ogg"
