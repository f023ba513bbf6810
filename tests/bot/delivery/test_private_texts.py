"""Words of a private appeal: opened by a tap, kept from forwarding, taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.rules.errors import NotYours
from bot.rules.people import Person
from bot.usecases.open_private import open_private
from bot.usecases.turn import Turn
from storage.media import NewMedia, add_media
from storage.models import Appeal, Letter, LetterState, Look, PieceKind
from storage.pieces import Belongs, Said, add_piece
from tests.bot.delivery.post import GUILAN, SUN, Post
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot_api import BOT_ID, Answer
from tests.storage.cases import file
from tests.storage.county import VILLAGE_LEAD

WORDS = "俺媳妇怀上了,不想叫人知道"


async def _filed(post: Post, *, voice: bool = False) -> int:
    async with post.county() as (county, cast):
        appeal = await file(county, cast, is_private=True)
        said = Said(BOT_ID, GUILAN, 11, await county.account(GUILAN), post.hands.now, PieceKind.TEXT, text=WORDS)
        await add_piece(county.session, said, Belongs(appeal_id=appeal.id))
        if voice:
            media = await add_media(county.session, NewMedia(BOT_ID, "id-v", "v", PieceKind.VOICE), post.hands.now)
            spoken = replace(said, message_id=12, kind=PieceKind.VOICE, text=None, media_id=media.id)
            await add_piece(county.session, spoken, Belongs(appeal_id=appeal.id))
    return appeal.id


async def _open(post: Post, appeal_id: int, user_id: int = SUN) -> None:
    async with post.database.write() as session:
        who = Person(BOT_ID, user_id, user_id, "孙干部", "zh-Hans")
        await open_private(Turn(session, post.hands.now, "20", who, POLICY, CALENDAR), appeal_id)


async def test_opened_words_cannot_be_forwarded_and_the_look_is_kept(post: Post) -> None:
    # DESIGN §2, private
    await _open(post, await _filed(post))
    await post.calls(1)
    (sent,) = post.api.sent
    assert WORDS in sent["text"]
    assert sent["protect_content"] == "true"
    async with post.database.read() as session:
        assert await session.scalar(select(Look.at)) == post.hands.now


async def test_a_private_voice_cannot_be_forwarded_and_is_taken_back_too(post: Post) -> None:
    appeal_id = await _filed(post, voice=True)
    await _open(post, appeal_id)
    await post.calls(1, "sendVoice")
    (given,) = post.given("sendVoice")
    assert (given["voice"], given["protect_content"]) == ("id-v", "true")
    post.hands.move(timedelta(minutes=10))
    await post.calls(2, "deleteMessage")


async def test_a_voice_is_not_handed_to_whoever_may_not_read_the_words_any_more(post: Post) -> None:
    appeal_id = await _filed(post, voice=True)
    await _open(post, appeal_id)
    async with post.database.write() as session:
        appeal = await session.get_one(Appeal, appeal_id)
        appeal.holder_official_id, appeal.holder_grid_id = None, appeal.grid_id
    await post.write("30", chat=SUN)
    await post.calls(1)
    assert "sendVoice" not in post.api.calls


@pytest.mark.parametrize("fault", [None, "message to delete not found", "message can't be deleted"])
async def test_opened_words_are_taken_back_after_ten_minutes(post: Post, fault: str | None) -> None:
    # DESIGN §2, private
    if fault:
        post.api.script("deleteMessage", Answer.error(400, f"Bad Request: {fault}"))
    await _open(post, await _filed(post))
    await post.calls(1)
    post.hands.move(timedelta(minutes=9, seconds=59))
    await post.write("9", chat=SUN)
    await post.calls(2)
    assert "deleteMessage" not in post.api.calls
    post.hands.move(timedelta(seconds=1))
    await post.calls(1, "deleteMessage")
    assert post.given("deleteMessage") == [{"chat_id": str(SUN), "message_id": "1"}]
    assert await post.deliveries() == []
    assert {letter.state for letter in await post.letters()} == {LetterState.SENT}


async def test_words_opened_by_whoever_is_its_holder_no_more_do_not_leave(post: Post) -> None:
    appeal_id = await _filed(post)
    await _open(post, appeal_id)
    async with post.database.write() as session:
        appeal = await session.get_one(Appeal, appeal_id)
        appeal.holder_official_id, appeal.holder_grid_id = None, appeal.grid_id
    await post.write("9", chat=SUN)
    await post.calls(1)
    assert WORDS not in "".join(post.texts)


async def test_nobody_but_holder_and_author_can_open_them(post: Post) -> None:
    appeal_id = await _filed(post)
    with pytest.raises(NotYours):
        await _open(post, appeal_id, VILLAGE_LEAD)
    async with post.database.read() as session:
        assert (await session.scalars(select(Letter))).all() == []
        assert (await session.scalars(select(Look))).all() == []
