"""What a bot may know of a chat and change in it (Client.cpp:14715-14816, 15098-15160)."""

from bot.chatserver.botapi.registry import Call, method
from bot.chatserver.botapi.targets import counted, has_right, joined_chat, readable, target_chat
from bot.chatserver.errors import BadRequest
from bot.chatserver.models import Json, Member, User
from bot.chatserver.text import clean_name, strip_empty
from bot.chatserver.world.chats import ADMINISTRATORS, is_admin, list_members
from bot.chatserver.world.full_chats import show_full_chat
from bot.chatserver.world.membership import set_member
from bot.chatserver.world.messages import record_event
from bot.chatserver.world.rights import show_member
from bot.chatserver.world.service import note

MAX_TITLE = 128
MAX_DESCRIPTION = 255


@method("getChat")
def get_chat(call: Call) -> Json:
    return show_full_chat(call.tx, readable(call, target_chat(call)))


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    user_id = call.arguments.integer("user_id")
    if user_id <= 0:
        raise BadRequest("invalid user_id specified")
    chat = target_chat(call)
    chat = readable(call, chat) if user_id == call.bot.id else counted(call, chat)
    user = call.tx.session.get(User, user_id)
    if user is None or (chat.kind == "private" and user_id not in {chat.user_id, call.bot.id}):
        raise BadRequest("member not found")
    if chat.kind == "private":
        return show_member(chat, user, Member(status="member", rights={}))
    if chat.kind == "channel" and not is_admin(call.tx, chat, call.bot.id):
        raise BadRequest("member list is inaccessible")
    return show_member(chat, user, call.tx.session.get(Member, (chat.id, user_id)))


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Other bots only with `return_bots`."""
    chat = counted(call, target_chat(call))
    if chat.kind == "private":
        raise BadRequest("there are no administrators in the private chat")
    places = [place for place in list_members(call.tx, chat) if place.status in ADMINISTRATORS]
    people = [(call.tx.session.get_one(User, place.user_id), place) for place in places]
    others = call.arguments.flag("return_bots")
    return [
        show_member(chat, user, place) for user, place in people if others or not user.is_bot or user.id == call.bot.id
    ]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    return len(list_members(call.tx, counted(call, target_chat(call))))


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    chat = readable(call, target_chat(call))
    if chat.kind == "private":
        raise BadRequest("can't leave private chats")
    if call.tx.session.get(Member, (chat.id, call.bot.id)) is not None:
        set_member(call.tx, chat, call.bot.id, "left", by=call.bot.id)
    return True


@method("setChatTitle")
def set_chat_title(call: Call) -> bool:
    chat = joined_chat(call)
    title = clean_name(call.arguments.text("title"), MAX_TITLE)
    if not title:
        raise BadRequest("title must be non-empty")
    if chat.kind == "private":
        raise BadRequest("can't change private chat title")
    if not has_right(call, chat, "can_change_info"):
        raise BadRequest("not enough rights to change chat title")
    if chat.title != title:
        chat.title = title
        note(call.tx, chat, call.bot.id, {"new_chat_title": title})
        record_event(call.tx, chat, "chat")
    return True


@method("setChatDescription")
def set_chat_description(call: Call) -> bool:
    chat = joined_chat(call)
    description = strip_empty(call.arguments.text("description"), MAX_DESCRIPTION)
    if chat.kind == "private":
        raise BadRequest("can't change private chat description")
    if not has_right(call, chat, "can_change_info"):
        raise BadRequest("not enough rights to set chat description")
    if (chat.description or "") == description:
        raise BadRequest("chat description is not modified")
    chat.description = description or None
    record_event(call.tx, chat, "chat")
    return True
