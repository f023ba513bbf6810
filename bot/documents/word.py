"""Papers as Word documents, which a county office can correct, sign and file."""

import io

from docx import Document

from bot.documents.sheet import Sheet


def write_docx(sheet: Sheet) -> bytes:
    """What people said is text in it, never markup."""
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = sheet.title
    document.add_heading(sheet.title, level=1)
    for line in sheet.lines:
        document.add_paragraph(line)
    if sheet.table:
        table = document.add_table(rows=0, cols=len(sheet.table[0]), style="Table Grid")
        for cells in sheet.table:
            for cell, text in zip(table.add_row().cells, cells, strict=True):
                cell.text = text
    for part in sheet.parts:
        document.add_heading(part.heading, level=2)
        for text in part.texts:
            document.add_paragraph(text)
    document.add_paragraph(sheet.signed)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()
