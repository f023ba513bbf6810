"""Cards as a PDF, drawn by typst with a packaged font: the same pages on every machine."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import segno
import typst

_TEMPLATE = Path(__file__).parent / "cards.typ"


def qr(link: str) -> str:
    """SVG without a background; a quarter of it may be soiled or torn (error correction Q)."""
    return segno.make(link, error="q", micro=False).svg_inline(border=2, omitsize=True)


def print_cards(title: str, layout: str, cards: Sequence[Mapping[str, Any]]) -> bytes:
    """`layout` is pair (plate and slip), plate, slip or official; names and the like are data, never markup."""
    order = json.dumps({"title": title, "layout": layout, "cards": list(cards)}, ensure_ascii=False)
    return typst.compile(
        _TEMPLATE,
        font_paths=[pylopdf_fonts_zh_cn.sans_path().parent],
        ignore_system_fonts=True,
        sys_inputs={"order": order},
    )
