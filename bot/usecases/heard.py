"""One message as it was heard, and its way into the pieces of a draft or an appeal."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.usecases.turn import Turn
from storage.media import NewMedia, add_media
from storage.models import Account, PieceKind
from storage.pieces import Belongs, Said, add_piece


@dataclass(frozen=True)
class Heard:
    """`reply_to` is the message that it answers, and `card_of` the appeal that the buttons below that one name;
    `edited_at` is there where it was said before in other words."""

    message_id: int
    said_at: datetime
    kind: PieceKind
    text: str | None = None
    place: dict[str, Any] | None = None
    album: str | None = None
    media: NewMedia | None = None
    reply_to: int | None = None
    card_of: int | None = None
    edited_at: datetime | None = None

    @property
    def words(self) -> str:
        """A contact's name and number are nobody's words."""
        return "" if self.kind is PieceKind.CONTACT else (self.text or "")


async def keep_piece(turn: Turn, account: Account, heard: Heard, to: Belongs) -> bool:
    """False where it is kept already. A file is fetched as soon as this is committed."""
    media = await add_media(turn.session, heard.media, turn.now) if heard.media else None
    said = Said(
        bot_id=turn.who.bot_id,
        chat_id=turn.who.chat_id,
        message_id=heard.message_id,
        account_id=account.id,
        said_at=heard.said_at,
        kind=heard.kind,
        revision=int(heard.edited_at.timestamp()) if heard.edited_at else 0,
        text=heard.text,
        place=heard.place,
        album=heard.album,
        media_id=media.id if media else None,
    )
    return await add_piece(turn.session, said, to)
