"""Minutes as a Word document, which a county office can correct, sign and file."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document

from bot.documents.words import words_of
from bot.rules.calendar import day_of
from bot.usecases.find_minutes import Minute, Minutes
from storage.models import ItemStatus


def write_minutes(minutes: Minutes) -> bytes:
    """A .docx; what people said is text in it, never markup."""
    words, day, document = words_of("minutes"), day_of(minutes.held_at), Document()
    document.core_properties.author = ""
    document.core_properties.title = words["title"].format(grid=minutes.grid)
    document.add_heading(words["title"].format(grid=minutes.grid), level=1)
    document.add_paragraph(words["held"].format(no=minutes.no, year=day.year, month=day.month, day=day.day))
    table = document.add_table(rows=1, cols=len(words["columns"]), style="Table Grid")
    for cells in ([*words["columns"]], *(_row(words, minute) for minute in minutes.rows)):
        row = table.rows[0] if cells == words["columns"] else table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _row(words: dict[str, Any], minute: Minute) -> Sequence[str]:
    matter = words["appeal" if minute.number else "issue"].format(**vars(minute))
    decided = minute.decided
    if decided.due_at is None:
        outcome = words["moved_up"] if minute.status is ItemStatus.MOVED_UP else words["left"]
        return str(minute.position), matter, outcome, "", ""
    day = day_of(decided.due_at)
    due = words["due"].format(month=day.month, day=day.day)
    if not minute.is_public:
        return str(minute.position), matter, words["private"], "", due
    return str(minute.position), matter, decided.measure, _who(words, minute), due


def _who(words: dict[str, Any], minute: Minute) -> str:
    decided = minute.decided
    lead = words["lead"].format(unit=decided.unit) if decided.unit else words["own"]
    head = [words["head"].format(head=decided.head)] if decided.head else []
    return "\n".join(["、".join([lead, *decided.helpers]), *head])
