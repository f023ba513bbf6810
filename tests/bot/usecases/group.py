"""A grid's group: who comes and goes there, what is said and tapped."""

from typing import Any

from sqlalchemy import select

from bot.usecases.count_forum import count_forum, whom_to_ask_about
from bot.usecases.turn import Post
from storage.models import Appeal, Forum, Letter, Topic
from tests.bot.usecases.test_channels import ADMINISTRATOR
from tests.bot.usecases.village import Village
from tests.storage.county import BOT, CADRE, VILLAGE_LEAD

FORUM, THREAD = -1002, 40
KEEPER = ADMINISTRATOR | {"can_manage_topics": True, "can_delete_messages": True}
STRANGER = 9999


def _who(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": user == BOT, "first_name": str(user), "language_code": "zh-hans"}


def group(**more: Any) -> dict[str, Any]:
    return {"id": FORUM, "type": "supergroup", "title": "磨石沟网格群", "is_forum": True} | more


async def place(village: Village, by: int, place: dict[str, Any] = KEEPER, **chat: Any) -> None:
    changed = {"chat": group(**chat), "from": _who(by), "date": 1}
    changed["old_chat_member"] = {"user": _who(BOT), "status": "left"}
    changed["new_chat_member"] = place | {"user": _who(BOT)}
    await village._feed({"update_id": next(village._ids), "my_chat_member": changed})


async def moves(village: Village, user: int, status: str) -> None:
    changed = {"chat": group(), "from": _who(user), "date": 1}
    changed["old_chat_member"] = {"user": _who(user), "status": "left"}
    changed["new_chat_member"] = {"user": _who(user), "status": status}
    await village._feed({"update_id": next(village._ids), "chat_member": changed})


async def edits(village: Village, user: int, message_id: int, text: str) -> None:
    """What they said in the topic, put otherwise."""
    now = int(village.clock().timestamp())
    changed = {"message_id": message_id, "text": text, "edit_date": now, "chat": group()}
    message = village.message(user) | changed | {"message_thread_id": THREAD, "is_topic_message": True}
    await village._feed({"update_id": next(village._ids), "edited_message": message})


async def says(village: Village, user: int, text: str = "", thread: int | None = None, **more: Any) -> int:
    """A message in the group; its id."""
    message = village.message(user) | {"chat": group(), "from": _who(user)} | more
    if text:
        message["text"] = text
    if thread is not None:
        message |= {"message_thread_id": thread, "is_topic_message": True}
    await village._feed({"update_id": next(village._ids), "message": message})
    return int(message["message_id"])


async def taps(village: Village, user: int, verb: str, row: int, epoch: int = 0) -> str:
    """A button in the group."""
    return await village.taps(user, verb, row, epoch, group=FORUM)


async def forum(village: Village) -> Forum:
    return (await village.county.session.scalars(select(Forum))).one()


async def counted(village: Village, *present: int, unknown: int = 0) -> None:
    """The group is counted: these are in it."""
    counted = await forum(village)
    post = Post(village.county.session, village.clock(), f"count-{next(village._ids)}")
    members = len(present) + 1 + unknown
    asked = await whom_to_ask_about(village.county.session, counted.id, members)
    await count_forum(post, counted.id, members, asked, [user for user in asked if user in present])


async def posting(village: Village) -> Forum:
    """磨石沟's group, with its lead and the cadre in it."""
    await place(village, VILLAGE_LEAD)
    await counted(village, VILLAGE_LEAD, CADRE)
    return await forum(village)


async def passed_up(village: Village, **more: Any) -> Appeal:
    appeal = await village.file(**more)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.county.session.refresh(appeal)
    return appeal


async def with_topic(village: Village) -> tuple[Appeal, Topic]:
    """An appeal whose topic stands."""
    await posting(village)
    appeal = await passed_up(village)
    (topic,) = await village.county.session.scalars(select(Topic))
    topic.thread_id = THREAD
    await village.county.session.flush()
    return appeal, topic


async def in_group(village: Village) -> list[Letter]:
    query = select(Letter).where(Letter.chat_id == FORUM).order_by(Letter.id)
    return list(await village.county.session.scalars(query))
