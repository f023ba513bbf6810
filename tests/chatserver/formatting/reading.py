from bot.chatserver.formatting import Entity, Formatted, FormattingError, format_text, utf16_slice


def shown(formatted: Formatted) -> list[tuple[str, str]]:
    """Each entity as its type and the words it covers."""
    return [(entity["type"], covered(formatted, entity)) for entity in formatted.entities]


def covered(formatted: Formatted, entity: Entity) -> str:
    return utf16_slice(formatted.text, entity["offset"], entity["length"])


def refusal(text: str, parse_mode: str | None = None, entities: object = None) -> str:
    """The words in which the text is refused."""
    try:
        made = format_text(text, parse_mode=parse_mode, entities=entities)
    except FormattingError as error:
        return str(error)
    raise AssertionError(f"Not refused, but made {made}")
