"""Papers as PDF, drawn by typst with a packaged font: the same pages on every machine."""

import json
from dataclasses import asdict
from pathlib import Path

import pylopdf_fonts_zh_cn
import typst

from bot.documents.sheet import Sheet

_TEMPLATE = Path(__file__).with_name("sheet.typ")


def write_pdf(sheet: Sheet) -> bytes:
    """What people said is data, never markup."""
    return typst.compile(
        _TEMPLATE,
        font_paths=[pylopdf_fonts_zh_cn.sans_path().parent],
        ignore_system_fonts=True,
        sys_inputs={"sheet": json.dumps(asdict(sheet), ensure_ascii=False)},
    )
