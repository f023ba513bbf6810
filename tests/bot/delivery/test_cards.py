"""Cards on a cadre's phone, over HTTP."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.rules.lifecycle import Action, Actor, Status
from storage.appeals import record_private
from storage.barred import add_barred
from storage.models import Appeal, LetterState, PieceKind
from storage.pieces import Belongs, Said, add_piece
from storage.standings import find_standing
from storage.steps import By, Step, record_step
from tests.bot.delivery.post import GUILAN, SUN, Post
from tests.bot_api import BOT_ID, HANG_UP, Answer
from tests.storage.cases import file
from tests.storage.county import AREA_LEAD

WORDS = "俺娘八十了瘫床上 低保给停了 去问说等着"
GONE = "这件事已经不在您这里了。"


async def _filed(post: Post, *, is_private: bool = False) -> int:
    async with post.county() as (county, cast):
        appeal = await file(county, cast, is_private=is_private)
        said = Said(BOT_ID, GUILAN, 11, await county.account(GUILAN), post.hands.now, PieceKind.TEXT, text=WORDS)
        await add_piece(county.session, said, Belongs(appeal_id=appeal.id))
    return appeal.id


async def _accept(post: Post, appeal_id: int) -> None:
    async with post.database.write() as session:
        appeal = await session.get_one(Appeal, appeal_id)
        after = replace(await find_standing(session, appeal), status=Status.ACCEPTED)
        await record_step(session, appeal, Step(Action.ACCEPT, By(Actor.HOLDER), after), post.hands.now)


def _verbs(given: dict[str, str]) -> list[str]:
    rows = json.loads(given["reply_markup"])["inline_keyboard"]
    return [button["callback_data"].split(":")[0] for (button,) in rows]


async def test_a_card_tells_whose_what_and_by_when_in_their_own_words(post: Post) -> None:
    await post.show(await _filed(post))
    await post.calls(1)
    (card,) = post.api.sent
    head, home, words, keywords = card["text"].splitlines()
    assert head == "🔵 磨石沟-1 · 低保救助 · 下周一(11月30日)以前"
    assert home == "磨石沟 1组 户主1家"
    assert words == f"“{WORDS}”"
    assert keywords == "关键词:低保、瘫"
    assert _verbs(card) == ["accept", "escalate", "cadre_more"]


async def test_a_reply_to_a_card_finds_its_appeal(post: Post) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    (delivery,) = await post.deliveries()
    assert (delivery.chat_id, delivery.message_id, delivery.appeal_id) == (SUN, 1, appeal_id)


async def test_a_card_shows_the_appeal_as_it_stands_when_it_leaves(post: Post) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await _accept(post, appeal_id)
    await post.calls(1)
    assert _verbs(post.api.sent[0]) == ["escalate", "cadre_more"]


async def test_a_card_that_stands_is_edited_and_not_before_three_seconds(post: Post) -> None:
    # telegram.md §4.2: at least 3 s between edits of a card
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    await _accept(post, appeal_id)
    await post.show(appeal_id)
    await post.show(appeal_id)
    await post.write("9", chat=SUN)
    await post.calls(2)
    assert "editMessageText" not in post.api.calls
    post.hands.move(timedelta(seconds=3))
    await post.calls(1, "editMessageText")
    (edit,) = post.given("editMessageText")
    assert (edit["message_id"], _verbs(edit)) == ("1", ["escalate", "cadre_more"])
    assert len(post.api.sent) == 2


@pytest.mark.parametrize(
    "answer",
    [
        Answer.error(400, "Bad Request: message is not modified"),
        HANG_UP,
        Answer.error(502, "Bad Gateway"),
    ],
)
async def test_an_edit_is_repeated_until_it_is_known_to_stand_and_never_marked(post: Post, answer: Answer) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    post.api.script("editMessageText", answer)
    post.hands.move(timedelta(seconds=3))
    await post.show(appeal_id)
    await post.calls(1, "editMessageText")
    post.hands.move(timedelta(minutes=5))
    await post.write("9", chat=SUN)
    await post.calls(2)
    card, _ = await post.letters()
    assert (card.state, card.doubts) == (LetterState.SENT, 0)
    assert not any("重发" in given["text"] for given in post.given("editMessageText"))


@pytest.mark.parametrize("description", ["message to edit not found", "message can't be edited", "MESSAGE_ID_INVALID"])
async def test_a_card_that_was_deleted_is_sent_anew_and_edited_from_then_on(post: Post, description: str) -> None:
    # telegram.md §4.3
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    post.api.script("editMessageText", Answer.error(400, f"Bad Request: {description}"))
    post.hands.move(timedelta(seconds=3))
    await post.show(appeal_id)
    await post.calls(2)
    post.hands.move(timedelta(seconds=3))
    await post.show(appeal_id)
    await post.calls(2, "editMessageText")
    assert [given["message_id"] for given in post.given("editMessageText")] == ["1", "2"]
    assert [delivery.message_id for delivery in await post.deliveries()] == [2]


async def test_whoever_may_not_see_the_appeal_gets_no_card_of_it(post: Post) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id, AREA_LEAD)
    await post.write("9", chat=AREA_LEAD)
    await post.calls(1)
    assert [letter.state for letter in await post.letters()] == [LetterState.SUPPRESSED, LetterState.SENT]
    assert WORDS not in "".join(post.texts)


async def test_a_card_loses_its_words_when_its_reader_is_barred(post: Post) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    async with post.database.write() as session:
        appeal = await session.get_one(Appeal, appeal_id)
        await add_barred(session, appeal, appeal.holder_official_id or 0, "accused", post.hands.now)
    post.hands.move(timedelta(seconds=3))
    await post.show(appeal_id)
    await post.calls(1, "editMessageText")
    (edit,) = post.given("editMessageText")
    assert edit["text"] == GONE
    assert "reply_markup" not in edit


async def test_the_card_of_a_private_appeal_shows_number_category_and_day_and_opens_for_its_holder(
    post: Post,
) -> None:
    # DESIGN §2, private
    await post.show(await _filed(post, is_private=True))
    await post.calls(1)
    (card,) = post.api.sent
    assert card["text"] == "🔵 磨石沟-1 · 低保救助 · 下周一(11月30日)以前\n不公开。内容只给办事的人看。"
    assert _verbs(card) == ["open", "accept", "escalate", "cadre_more"]


async def test_a_card_loses_its_words_when_the_appeal_is_made_private(post: Post) -> None:
    appeal_id = await _filed(post)
    await post.show(appeal_id)
    await post.calls(1)
    async with post.database.write() as session:
        await record_private(session, await session.get_one(Appeal, appeal_id), "illness")
    post.hands.move(timedelta(seconds=3))
    await post.show(appeal_id)
    await post.calls(1, "editMessageText")
    assert WORDS not in post.given("editMessageText")[0]["text"]
