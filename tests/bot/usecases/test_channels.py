"""Who ties a channel to a village, and what becomes of its posts."""

from typing import Any

from sqlalchemy import select

from bot.rules.lifecycle import Outcome
from bot.rules.wall import EchoForm
from bot.usecases.show_echoes import show_echoes
from storage.echoes import NewEcho, add_echo
from storage.models import Appeal, Channel, Letter, LetterKind, LetterState
from tests.bot.usecases.village import Village
from tests.storage.county import BOT, CADRE, GUILAN, OFFICE, VILLAGE_LEAD

CHANNEL = -1001
ADMINISTRATOR = {
    "status": "administrator",
    "can_post_messages": True,
    **dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
            "can_edit_stories", "can_delete_stories",
        ),
        False,
    ),
}  # fmt: skip


async def _place(village: Village, by: int, place: dict[str, Any], chat: int = CHANNEL) -> None:
    """The bot's place in the channel, as it is changed by somebody."""
    bot = {"id": BOT, "is_bot": True, "first_name": "回音"}
    who = {"id": by, "is_bot": False, "first_name": str(by), "language_code": "zh-hans"}
    where = {"id": chat, "type": "channel", "title": "磨石沟回音"}
    changed = {"chat": where, "from": who, "date": 1, "old_chat_member": {"user": bot, "status": "left"}}
    update = {"update_id": next(village._ids), "my_chat_member": changed | {"new_chat_member": place | {"user": bot}}}
    await village._feed(update)


async def _channels(village: Village) -> list[tuple[int, bool]]:
    rows = await village.county.session.scalars(select(Channel).order_by(Channel.id))
    return [(channel.chat_id, channel.until is None) for channel in rows]


async def _posts(village: Village) -> list[Letter]:
    query = select(Letter).where(Letter.chat_id == CHANNEL).order_by(Letter.id)
    return list(await village.county.session.scalars(query))


async def _shown(village: Village) -> Appeal:
    """An appeal whose entry has gone up."""
    appeal = await village.file()
    now = village.clock()
    entry = NewEcho(appeal.id, appeal.grid_id, EchoForm.CATEGORY_ONLY, "low_income", Outcome.SOLVED, "", "", now)
    await add_echo(village.county.session, entry, now)
    await show_echoes(village.later(seconds=1))
    return appeal


async def test_the_lead_of_one_village_ties_its_channel_and_everybody_else_is_told_who_may(village: Village) -> None:
    for user in (CADRE, OFFICE, GUILAN):
        await _place(village, user, ADMINISTRATOR)
        assert (await village.last(user)).wording == "channel-not-tied"
    await _place(village, 9999, ADMINISTRATOR)
    assert await village.told(9999) == []
    assert await _channels(village) == []
    for _ in range(2):
        await _place(village, VILLAGE_LEAD, ADMINISTRATOR)
    assert await village.told(VILLAGE_LEAD) == ["channel-tied"]
    assert await _channels(village) == [(CHANNEL, True)]


async def test_another_channel_takes_the_place_of_the_first(village: Village) -> None:
    for chat in (CHANNEL, -1002):
        await _place(village, VILLAGE_LEAD, ADMINISTRATOR, chat)
    assert await _channels(village) == [(CHANNEL, False), (-1002, True)]


async def test_whoever_throws_the_bot_out_ends_it_and_the_lead_hears_it_once(village: Village) -> None:
    await _place(village, VILLAGE_LEAD, ADMINISTRATOR)
    for place in ({"status": "left"}, {"status": "left"}):
        await _place(village, GUILAN, place)
    assert await village.told(VILLAGE_LEAD) == ["channel-tied", "channel-lost"]
    assert await _channels(village) == [(CHANNEL, False)]
    await _shown(village)
    assert await _posts(village) == []


async def test_an_entry_is_posted_without_its_words_being_kept_and_taken_back_when_it_is_withdrawn(
    village: Village,
) -> None:
    await _place(village, VILLAGE_LEAD, ADMINISTRATOR)
    appeal = await _shown(village)
    (post,) = await _posts(village)
    assert (post.kind, post.data, post.is_quiet) == (LetterKind.ECHO, {}, True)
    post.state, post.message_id = LetterState.SENT, 7
    await village.taps(GUILAN, "make_private", appeal.id)
    _, order = await _posts(village)
    assert (order.kind, order.data["message_id"]) == (LetterKind.TAKE_BACK, 7)


async def test_of_a_post_that_may_stand_there_unseen_by_us_the_lead_is_told(village: Village) -> None:
    await _place(village, VILLAGE_LEAD, ADMINISTRATOR)
    appeal = await _shown(village)
    (post,) = await _posts(village)
    post.state = LetterState.UNCERTAIN
    await village.taps(GUILAN, "make_private", appeal.id)
    assert (await village.last(VILLAGE_LEAD)).wording == "channel-look"
