"""What a file is, told from its first bytes; what its sender says of it is never believed when it is served."""

HEAD = 4_096
UNKNOWN = "application/octet-stream"
# What a browser shows or plays and never runs.
INLINE = frozenset({
    "image/jpeg", "image/png", "image/gif", "image/webp",
    "audio/ogg", "audio/mpeg", "audio/mp4", "audio/aac", "audio/flac", "audio/wav", "audio/webm",
    "video/mp4", "video/webm", "video/quicktime",
})  # fmt: skip
_BEGINNINGS = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"OggS": "audio/ogg",
    b"ID3": "audio/mpeg",
    b"\xff\xfb": "audio/mpeg",
    b"\xff\xf3": "audio/mpeg",
    b"\xff\xf2": "audio/mpeg",
    b"\xff\xf1": "audio/aac",
    b"\xff\xf9": "audio/aac",
    b"fLaC": "audio/flac",
    b"%PDF-": "application/pdf",
}
_EXTENSIONS = {
    "image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp",
    "audio/ogg": "oga", "audio/mpeg": "mp3", "audio/mp4": "m4a", "audio/aac": "aac", "audio/flac": "flac",
    "audio/wav": "wav", "audio/webm": "webm", "video/mp4": "mp4", "video/webm": "webm", "video/quicktime": "mov",
    "application/pdf": "pdf",
}  # fmt: skip


def sniff(head: bytes) -> str:
    """The media type of a file that begins so, `UNKNOWN` when its bytes do not tell."""
    for beginning, media_type in _BEGINNINGS.items():
        if head.startswith(beginning):
            return media_type
    for told in (_riff, _mp4, _matroska):
        if media_type := told(head):
            return media_type
    return UNKNOWN


def extension_of(media_type: str) -> str:
    """The usual ending of such a file's name, empty when there is none."""
    return _EXTENSIONS.get(media_type, "")


def _riff(head: bytes) -> str:
    if not head.startswith(b"RIFF"):
        return ""
    return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12], "")


def _mp4(head: bytes) -> str:
    if head[4:8] != b"ftyp":
        return ""
    brand = head[8:12]
    if brand in {b"heic", b"heix", b"mif1", b"avif"}:
        return "image/heic"
    return {b"M4A ": "audio/mp4", b"M4B ": "audio/mp4", b"qt  ": "video/quicktime"}.get(brand, "video/mp4")


def _matroska(head: bytes) -> str:
    return "video/webm" if head.startswith(b"\x1a\x45\xdf\xa3") and b"webm" in head[:64] else ""
