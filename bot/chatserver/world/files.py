"""Files: kept under a random name, known by a random id, shown only to those who were sent them."""

import base64
import re
import secrets

from sqlalchemy import delete, exists, select

from bot.chatserver.file_types import extension_of
from bot.chatserver.models import File, FileUse, Json, Member, Message
from bot.chatserver.store import Transaction
from bot.chatserver.uploads import Upload
from bot.chatserver.world.chats import PRESENT
from bot.chatserver.world.facts import read_facts

# A file id ends with this byte, by which broken ones are known (FileManager.cpp:3999), and begins with its kind's.
ID_END = 4
ID_BEGIN = {
    "photo": 2, "voice": 3, "video": 4, "document": 5, "sticker": 8, "audio": 9, "animation": 10, "video_note": 13,
}  # fmt: skip
KINDS = tuple(ID_BEGIN)
# Where Telegram says that a bot finds it (FileType.cpp:get_file_type_name).
FOLDERS = {
    "photo": "photos", "voice": "voice", "video": "videos", "document": "documents", "sticker": "stickers",
    "audio": "music", "animation": "animations", "video_note": "video_notes",
}  # fmt: skip
_PATH = re.compile(r"[a-z_]{1,16}/([0-9a-f]{32})(?:\.[a-z0-9]{1,4})?")


def store_upload(tx: Transaction, upload: Upload, kind: str, owner_id: int, details: Json | None = None) -> File:
    """Keep the upload as a file of this kind. One upload may become several files.

    :raises BadRequest: it cannot be one.
    """
    facts = read_facts(upload, kind, details or {})
    upload.where.rename(upload.home)
    file = File(
        id=_new_id(kind),
        unique_id=base64.urlsafe_b64encode(bytes([ID_BEGIN[kind]]) + upload.digest[:11]).decode(),
        kind=kind,
        owner_id=owner_id,
        facts=facts,
        name_on_disk=upload.home.name,
        at=tx.now,
    )
    tx.session.add(file)
    return file


def find_file(tx: Transaction, file_id: str) -> File | None:
    return tx.session.get(File, file_id)


def find_by_path(tx: Transaction, path: str) -> File | None:
    """The file of a path that `path_of` gave."""
    matched = _PATH.fullmatch(path)
    if matched is None:
        return None
    named = select(File).where(File.name_on_disk == matched.group(1)).order_by(File.at, File.id)
    return next((file for file in tx.session.scalars(named) if path_of(file) == path), None)


def path_of(file: File) -> str:
    """The Bot API's `file_path`."""
    extension = extension_of(file.facts["sniffed"])
    return f"{FOLDERS[file.kind]}/{file.name_on_disk}" + (f".{extension}" if extension else "")


def bot_may_use(tx: Transaction, file: File, bot_id: int) -> bool:
    """A bot may use what it uploaded and what was shown where it is or was: what it was told stays known to it."""
    return file.owner_id == bot_id or _is_shown(tx, file, bot_id, present=False)


def person_may_see(tx: Transaction, file: File, user_id: int) -> bool:
    """People see their own files, and those of messages that stand in a chat where they are."""
    return file.owner_id == user_id or _is_shown(tx, file, user_id, present=True)


def note_uses(tx: Transaction, message: Message) -> None:
    """Let those who see the message see its files, and no longer those that it had before."""
    here = (FileUse.chat_id == message.chat_id, FileUse.message_id == message.message_id)
    if message.edit_date is not None:
        tx.session.execute(delete(FileUse).where(*here))
    for file_id in file_ids(message.content):
        if find_file(tx, file_id) is not None:
            tx.session.add(FileUse(file_id=file_id, chat_id=message.chat_id, message_id=message.message_id))


def file_ids(content: Json) -> set[str]:
    """Ids of the files in a message's content."""
    shown = [content[kind] for kind in KINDS if kind in content]
    singles = [part for each in shown for part in (each if isinstance(each, list) else [each])]
    return {part["file_id"] for part in singles}


def _is_shown(tx: Transaction, file: File, user_id: int, *, present: bool) -> bool:
    shown = (
        select(FileUse)
        .join(Member, Member.chat_id == FileUse.chat_id)
        .where(FileUse.file_id == file.id, Member.user_id == user_id)
    )
    if present:
        same = (Message.chat_id == FileUse.chat_id, Message.message_id == FileUse.message_id)
        shown = shown.where(Member.status.in_(PRESENT), exists().where(*same, Message.deleted.is_(False)))
    return tx.session.scalar(select(shown.exists())) or False


def _new_id(kind: str) -> str:
    whole = bytes([ID_BEGIN[kind]]) + secrets.token_bytes(28) + bytes([ID_END])
    return base64.urlsafe_b64encode(whole).decode()
