"""One writing for what has several, character for character: places in the plain text are places in the text."""

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: ord(" ")}


def plain(text: str) -> str:
    """The text with full-width letters, digits and signs made half-width; as long as before."""
    return text.translate(_FULL_WIDTH)
