"""The letter to a higher authority as a Word document, which the county office corrects, stamps and sends."""

import io
from datetime import datetime

from docx import Document

from bot.documents.words import words_of
from bot.rules.calendar import day_of
from bot.usecases.find_forwarding import Forwarding


def write_forwarding(forwarding: Forwarding) -> bytes:
    """A .docx; what people said is text in it, never markup."""
    words, document = words_of("forwarding"), Document()
    facts = vars(forwarding) | {"filed": _day(words, forwarding.filed_at), "day": _day(words, forwarding.forwarded_at)}
    document.core_properties.author = ""
    document.core_properties.title = words["title"].format(**facts)
    document.add_heading(words["title"].format(**facts), level=1)
    document.add_paragraph(words["to"].format(**facts))
    for line in words["facts"]:
        document.add_paragraph(line.format(**facts))
    for part in ("words", "answers", "recommendation"):
        document.add_heading(words[part], level=2)
        for text in vars(forwarding)[part] or [words["none"]]:
            document.add_paragraph(text)
    document.add_paragraph(words["signed"].format(**facts))
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _day(words: dict[str, str], moment: datetime) -> str:
    day = day_of(moment)
    return words["date"].format(year=day.year, month=day.month, day=day.day)
