"""aiogram's message as what was heard: unpacking, nothing else."""

from datetime import UTC, datetime
from typing import Any

from aiogram.types import Audio, Document, Message, Video, VideoNote, Voice

from bot.rules.buttons import CARD_VERBS, read_tap
from bot.usecases.heard import Heard
from storage.media import NewMedia
from storage.models import PieceKind

_File = Audio | Document | Video | VideoNote | Voice


def heard_in(message: Message, bot_id: int) -> Heard | None:
    """None for what holds neither words nor anything to look at: a sticker, a poll, a game, a service message."""
    kind, media = _kind_and_file(message, bot_id)
    if kind is None:
        return None
    replied = message.reply_to_message
    return Heard(
        message_id=message.message_id,
        said_at=message.date,
        kind=kind,
        text=_words(message),
        place=_place(message),
        album=message.media_group_id,
        media=media,
        reply_to=replied.message_id if replied else None,
        card_of=_card_of(replied, bot_id) if replied else None,
        edited_at=datetime.fromtimestamp(message.edit_date, UTC) if message.edit_date else None,
    )


def _card_of(replied: Message, bot_id: int) -> int | None:
    """Only messages of our own name anything."""
    if replied.reply_markup is None or replied.from_user is None or replied.from_user.id != bot_id:
        return None
    taps = (read_tap(button.callback_data) for row in replied.reply_markup.inline_keyboard for button in row)
    return next((tap.id for tap in taps if tap and tap.verb in CARD_VERBS), None)


def _kind_and_file(message: Message, bot_id: int) -> tuple[PieceKind | None, NewMedia | None]:
    if message.photo:
        largest = message.photo[-1]
        kind, size = PieceKind.PHOTO, largest.file_size
        return kind, NewMedia(bot_id, largest.file_id, largest.file_unique_id, kind, "image/jpeg", size)
    files: tuple[tuple[PieceKind, _File | None], ...] = (
        (PieceKind.VOICE, message.voice or message.audio),
        (PieceKind.VIDEO, message.video or message.video_note),
        (PieceKind.DOCUMENT, message.document),
    )
    for kind, file in files:
        if file is not None:
            return kind, _media(bot_id, kind, file)
    wordless = (PieceKind.PLACE, message.location), (PieceKind.CONTACT, message.contact), (PieceKind.TEXT, message.text)
    return next((kind for kind, there in wordless if there is not None), None), None


def _media(bot_id: int, kind: PieceKind, file: _File) -> NewMedia:
    mime = None if isinstance(file, VideoNote) else file.mime_type
    seconds = None if isinstance(file, Document) else file.duration
    return NewMedia(bot_id, file.file_id, file.file_unique_id, kind, mime, file.file_size, seconds)


def _words(message: Message) -> str | None:
    if message.contact:
        named = (message.contact.first_name, message.contact.last_name, message.contact.phone_number)
        return " ".join(filter(None, named))
    return message.text or message.caption


def _place(message: Message) -> dict[str, Any] | None:
    if message.location is None:
        return None
    place: dict[str, Any] = {"latitude": message.location.latitude, "longitude": message.location.longitude}
    return place | ({"title": message.venue.title, "address": message.venue.address} if message.venue else {})
