"""Text and entities, as the official Bot API server makes them of what a bot or a phone sends."""

from bot.chatserver.formatting.entities import Entity, Formatted
from bot.chatserver.formatting.errors import FormattingError
from bot.chatserver.formatting.formatted import format_text
from bot.chatserver.formatting.utf16 import utf16_length, utf16_slice

__all__ = ["Entity", "Formatted", "FormattingError", "format_text", "utf16_length", "utf16_slice"]
