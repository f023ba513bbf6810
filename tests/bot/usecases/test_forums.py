"""A grid's group: who ties it, who may be in it, and what of an appeal stands in its topics."""

from typing import Any

from sqlalchemy import select

from bot.rules.lifecycle import Action
from storage.access import access_appeal
from storage.grids import find_grid, record_leads
from storage.history import list_steps
from storage.models import Appeal, Letter, LetterKind, LetterState, Topic
from tests.bot.usecases.group import (
    FORUM,
    KEEPER,
    STRANGER,
    THREAD,
    counted,
    edits,
    forum,
    group,
    in_group,
    moves,
    passed_up,
    place,
    posting,
    says,
    taps,
    with_topic,
)
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, BOT, CADRE, GUILAN, MAYOR, OFFICE, VILLAGE_LEAD, XIUYING


async def test_a_lead_ties_the_group_and_everybody_else_is_told_who_may(village: Village) -> None:
    await place(village, GUILAN)
    assert await village.told(GUILAN) == ["forum-not-tied"]
    await place(village, VILLAGE_LEAD, is_forum=False)
    assert await village.told(VILLAGE_LEAD) == ["forum-needs-topics"]
    await place(village, VILLAGE_LEAD, KEEPER | {"can_delete_messages": False})
    for _ in range(2):
        await place(village, VILLAGE_LEAD)
    assert await village.told(VILLAGE_LEAD) == ["forum-needs-topics", "forum-tied"]
    tied = await forum(village)
    assert (tied.chat_id, tied.state, tied.until) == (FORUM, "uncounted", None)


async def test_who_leads_several_grids_says_in_the_own_chat_which(village: Village) -> None:
    session, official = village.county.session, village.cast.officials[AREA_LEAD]
    township = await find_grid(session, "T")
    assert township
    await record_leads(session, township.id, [official], village.clock())
    await place(village, AREA_LEAD)
    assert await in_group(village) == []
    last = await village.last(AREA_LEAD)
    assert (last.wording, len(last.buttons or ())) == ("forum-which", 2)
    chosen = next(button for button in last.buttons or () if button["data"]["grid"] == "泉庄镇")
    assert await village.taps(AREA_LEAD, "tie_grid", chosen["id"]) == "toast-done"
    assert (await forum(village)).grid_id == township.id
    assert await village.taps(AREA_LEAD, "tie_grid", chosen["id"]) == "stale"


async def test_thrown_out_it_tells_the_leads_once_and_is_tied_again_with_its_topics(village: Village) -> None:
    appeal, topic = await with_topic(village)
    assert not await village.has_card(VILLAGE_LEAD)
    for _ in range(2):
        await place(village, CADRE, {"status": "left"})
    assert await village.told(VILLAGE_LEAD) == ["forum-tied", "forum-lost"]
    assert await village.has_card(VILLAGE_LEAD)
    first = (await forum(village)).id
    await posting(village)
    assert (await forum(village)).id == first == topic.forum_id
    assert [row.appeal_id for row in await village.county.session.scalars(select(Topic))] == [appeal.id]


async def test_a_group_that_becomes_another_keeps_its_tie(village: Village) -> None:
    await posting(village)
    await says(village, VILLAGE_LEAD, migrate_to_chat_id=-1009)
    assert (await forum(village)).chat_id == -1009


async def test_a_public_appeal_that_reaches_the_grid_gets_one_topic_and_its_lead_no_card_beside_it(
    village: Village,
) -> None:
    await posting(village)
    below = await village.file()
    await village.taps(CADRE, "accept", below.id, below.epoch)
    assert await in_group(village) == []
    await village.taps(CADRE, "escalate", below.id, below.epoch)
    private = await passed_up(village, is_private=True)
    assert private.level == "village"
    barred = await village.file(barred=[village.cast.officials[MAYOR]])
    await village.taps(CADRE, "escalate", barred.id, barred.epoch)
    (letter,) = await in_group(village)
    assert (letter.kind, letter.appeal_id, letter.user_id, letter.data) == (LetterKind.TOPIC, below.id, None, {})
    query = select(Letter).where(Letter.chat_id == VILLAGE_LEAD, Letter.kind == LetterKind.CARD)
    assert {card.appeal_id for card in await village.county.session.scalars(query)} == {private.id, barred.id}
    await village.county.session.refresh(below)
    await village.taps(VILLAGE_LEAD, "accept", below.id, below.epoch)
    assert len(await in_group(village)) == 1


async def test_what_the_group_says_of_a_new_topic_tells_its_number(village: Village) -> None:
    await posting(village)
    await passed_up(village)
    (topic,) = await village.county.session.scalars(select(Topic))
    topic.name = "磨石沟-1 · 低保"
    made: Any = {"forum_topic_created": {"name": topic.name, "icon_color": 1}}
    for user, thread in ((VILLAGE_LEAD, 50), (BOT, 51), (BOT, 51), (BOT, 52)):
        await says(village, user, thread=thread, **made)
    assert topic.thread_id == 51
    (order,) = [letter for letter in await in_group(village) if letter.kind == LetterKind.TAKE_BACK]
    assert order.data == {"thread_id": 52}


async def test_made_private_or_barred_later_it_goes_before_anything_else(village: Village) -> None:
    appeal, _ = await with_topic(village)
    (letter,) = await in_group(village)
    letter.state = LetterState.SENT
    await village.taps(GUILAN, "make_private", appeal.id)
    assert (letter.state, letter.priority) == (LetterState.PENDING, 0)
    assert await village.has_card(VILLAGE_LEAD)


async def test_a_stranger_stops_the_group_until_they_leave_and_lead_and_office_hear_it(village: Village) -> None:
    appeal, _ = await with_topic(village)
    await moves(village, XIUYING, "member")
    assert (await forum(village)).state == "stopped"
    assert (await village.told(OFFICE), (await village.told(VILLAGE_LEAD))[1:]) == (
        ["forum-stopped"],
        ["forum-stopped"],
    )
    assert await village.has_card(VILLAGE_LEAD)
    second = await passed_up(village)
    assert {letter.appeal_id for letter in await in_group(village)} == {appeal.id}
    await moves(village, XIUYING, "left")
    assert (await forum(village)).state == "posting"
    assert (await village.told(OFFICE))[1:] == ["forum-goes-on"]
    assert {letter.appeal_id for letter in await in_group(village)} == {appeal.id, second.id}
    for user in (AREA_LEAD, MAYOR, OFFICE):
        await moves(village, user, "member")
    assert (await forum(village)).state == "posting"
    await says(village, STRANGER, "你们好")
    assert (await forum(village)).state == "stopped"


async def test_nothing_is_posted_before_everybody_in_the_group_is_known(village: Village) -> None:
    await place(village, VILLAGE_LEAD)
    appeal = await passed_up(village)
    assert (await in_group(village), await village.has_card(VILLAGE_LEAD)) == ([], True)
    await counted(village, VILLAGE_LEAD, unknown=1)
    assert (await forum(village)).state == "stopped"
    await counted(village, VILLAGE_LEAD, CADRE)
    assert (await forum(village)).state == "posting"
    assert [letter.appeal_id for letter in await in_group(village)] == [appeal.id]


async def test_what_the_lead_says_in_the_topic_is_noted_for_officials_and_becomes_an_answer_by_a_tap(
    village: Village,
) -> None:
    appeal, topic = await with_topic(village)
    said = await says(village, VILLAGE_LEAD, "民政所说下周补上", thread=THREAD)
    assert await _notes(village, VILLAGE_LEAD, appeal) == ["民政所说下周补上"]
    assert await _notes(village, GUILAN, appeal) == [None]
    offer = (await in_group(village))[-1]
    assert (offer.wording, offer.topic_id, offer.data["reply_to"]) == ("topic-noted", topic.id, said)
    for words in ("民政所说下周补上", "民政所说下周二补上"):
        await edits(village, VILLAGE_LEAD, said, words)
    assert await _notes(village, VILLAGE_LEAD, appeal) == ["民政所说下周补上", "民政所说下周二补上"]
    assert (await in_group(village))[-1].id == offer.id
    assert await taps(village, CADRE, "as_answer", appeal.id, said) == "not-yours"
    assert await taps(village, VILLAGE_LEAD, "as_answer", appeal.id, said + 999) == "not-yours"
    assert await taps(village, VILLAGE_LEAD, "as_answer", appeal.id, said) == "look-in-private"
    assert await taps(village, VILLAGE_LEAD, "as_answer", appeal.id, said) == "already-so"
    await village.taps_last(VILLAGE_LEAD, "outcome-solved")
    answered = await village.last(GUILAN)
    assert (answered.wording, answered.data["words"]) == ("answered", "民政所说下周二补上")


async def test_what_anybody_else_says_there_is_not_kept_and_said_so_once(village: Village) -> None:
    appeal, _ = await with_topic(village)
    await moves(village, MAYOR, "member")
    for words in ("我也看看", "再看看"):
        await says(village, MAYOR, words, thread=THREAD)
    await says(village, VILLAGE_LEAD, "匿名说的", thread=THREAD, sender_chat=group())
    assert await _notes(village, VILLAGE_LEAD, appeal) == []
    told = [letter.wording for letter in await in_group(village) if letter.kind == LetterKind.NOTICE]
    assert told == ["topic-not-noted", "topic-nameless"]


async def test_buttons_in_the_topic_work_for_whom_they_are_and_ask_in_the_own_chat(village: Village) -> None:
    appeal, topic = await with_topic(village)
    assert await taps(village, CADRE, "accept", appeal.id, appeal.epoch) == "not-yours"
    assert await taps(village, VILLAGE_LEAD, "cadre_more", appeal.id, appeal.epoch) == "look-in-private"
    assert (await village.last(VILLAGE_LEAD)).wording == "cadre-more"
    assert await taps(village, VILLAGE_LEAD, "accept", appeal.id, appeal.epoch) == "accepted"
    assert await taps(village, VILLAGE_LEAD, "story", appeal.id) == "files-toast"
    story = (await in_group(village))[-1]
    assert (story.wording, story.topic_id) == ("story", topic.id)
    assert await village.taps(VILLAGE_LEAD, "story", appeal.id) == "files-toast"
    assert (await village.last(VILLAGE_LEAD)).wording == "story"
    assert await taps(village, XIUYING, "story", appeal.id) == "not-yours"


async def _notes(village: Village, user: int, appeal: Appeal) -> list[str | None]:
    session = village.county.session
    view = await access_appeal(session, await village.county.viewer(user), appeal.id)
    return [step.note for step in await list_steps(session, view) if step.action is Action.NOTE]
