"""Grids' forum groups: tied, watched, and what is said and tapped in their topics."""

from aiogram import F, Router
from aiogram.enums import ChatType
from aiogram.types import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberBanned,
    ChatMemberLeft,
    ChatMemberRestricted,
    ChatMemberUpdated,
    Message,
)

from bot.rules.buttons import Tap
from bot.usecases.hear_in_topic import answer_with_note, hear_in_topic, refuse_nameless, topic_was_made
from bot.usecases.show_story import show_story
from bot.usecases.tie_forum import follow_group, tie_forum, tie_grid, untie_forum
from bot.usecases.turn import Toast, Turn, in_private
from bot.usecases.watch_forum import member_left, members_came
from handlers import cadre
from handlers.hearing import heard_in
from handlers.taps import Verbs, carry_out, one_of

VERBS: Verbs = {
    "tie_grid": lambda turn, tap: tie_grid(turn, tap.id),
    "as_answer": lambda turn, tap: answer_with_note(turn, tap.id, tap.epoch),
}
IN_TOPIC: Verbs = {
    "accept": lambda turn, tap: cadre.VERBS["accept"](in_private(turn), tap),
    "escalate": lambda turn, tap: cadre.VERBS["escalate"](in_private(turn), tap),
    "return": lambda turn, tap: _in_own_chat(turn, tap),
    "categorize": lambda turn, tap: _in_own_chat(turn, tap),
    "cadre_more": lambda turn, tap: _in_own_chat(turn, tap),
    "commit": lambda turn, tap: _in_own_chat(turn, tap),
    "issue": lambda turn, tap: _in_own_chat(turn, tap),
    "files": lambda turn, tap: _in_own_chat(turn, tap),
    "story": lambda turn, tap: show_story(turn, tap.id),
}
"""The card's own, as they work there."""
_GROUPS = {ChatType.GROUP, ChatType.SUPERGROUP}


def router() -> Router:
    router = Router(name=__name__)
    router.my_chat_member.filter(F.chat.type == ChatType.SUPERGROUP)
    router.my_chat_member.register(place_changed)
    router.chat_member.filter(F.chat.type == ChatType.SUPERGROUP)
    router.chat_member.register(member_changed)
    for observer in (router.message, router.edited_message):
        observer.filter(F.chat.type.in_(_GROUPS))
    router.message.register(move, F.migrate_to_chat_id)
    router.message.register(come, F.new_chat_members)
    router.message.register(leave, F.left_chat_member)
    router.message.register(begin_topic, F.forum_topic_created)
    router.message.register(listen, F.from_user)
    router.edited_message.register(listen, F.from_user)
    router.callback_query.register(step, one_of(VERBS))
    router.callback_query.register(step_in_topic, F.message.chat.type == ChatType.SUPERGROUP, one_of(IN_TOPIC))
    return router


async def place_changed(event: ChatMemberUpdated, turn: Turn) -> None:
    """What must go from the group again must be deletable, so that it needs both rights."""
    place = event.new_chat_member
    if isinstance(place, ChatMemberAdministrator) and place.can_manage_topics and place.can_delete_messages:
        await tie_forum(turn, event.chat.title or "", has_topics=bool(event.chat.is_forum))
    else:
        await untie_forum(turn.session, turn.who.bot_id, turn.who.chat_id, turn.now)


async def member_changed(event: ChatMemberUpdated, turn: Turn) -> None:
    place = event.new_chat_member
    has_left = isinstance(place, ChatMemberLeft | ChatMemberBanned)
    if has_left or (isinstance(place, ChatMemberRestricted) and not place.is_member):
        await member_left(turn, place.user.id)
    else:
        await members_came(turn, [place.user.id])


async def move(message: Message, turn: Turn) -> None:
    await follow_group(turn, message.migrate_to_chat_id or 0)


async def come(message: Message, turn: Turn) -> None:
    await members_came(turn, [user.id for user in message.new_chat_members or ()])


async def leave(message: Message, turn: Turn) -> None:
    if message.left_chat_member is not None:
        await member_left(turn, message.left_chat_member.id)


async def begin_topic(message: Message, turn: Turn) -> None:
    created = message.forum_topic_created
    if created is not None and turn.who.user_id == turn.who.bot_id:
        await topic_was_made(turn, message.message_thread_id or message.message_id, created.name)


async def listen(message: Message, turn: Turn) -> None:
    thread_id = message.message_thread_id if message.is_topic_message else None
    if message.sender_chat is not None:  # an anonymous administrator, or a channel
        if thread_id is not None:
            await refuse_nameless(turn, thread_id)
        return
    await members_came(turn, [turn.who.user_id])
    heard = heard_in(message, turn.who.bot_id)
    if thread_id is not None and heard is not None and turn.who.user_id != turn.who.bot_id:
        await hear_in_topic(turn, thread_id, heard)


async def step(_query: CallbackQuery, turn: Turn, tap: Tap) -> Toast:
    return await carry_out(VERBS, turn, tap)


async def step_in_topic(_query: CallbackQuery, turn: Turn, tap: Tap) -> Toast:
    return await carry_out(IN_TOPIC, turn, tap)


async def _in_own_chat(turn: Turn, tap: Tap) -> Toast:
    """What the button goes on to ask is asked in the own chat of whoever tapped it, never before the group."""
    await cadre.VERBS[tap.verb](in_private(turn), tap)
    return Toast("look-in-private")
