"""A cadre leaves with three open appeals: one public, one private, and one about the cadre who follows."""

from datetime import timedelta

from sqlalchemy import select

from bot.rules.escalation import Complaint
from bot.rules.lifecycle import Actor
from bot.usecases.release_official import release_official
from bot.usecases.sweep import sweep
from storage.models import Letter, Official
from storage.steps import By
from tests.bot.usecases.conftest import settled, village
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, CLERK, GUILAN, VILLAGE_LEAD, XIUYING

__all__ = ["settled", "village"]


async def test_the_household_goes_on_where_it_was_and_the_next_cadre_never_hears_of_the_complaint(
    village: Village,
) -> None:
    session, officials = village.county.session, village.cast.officials
    public, private = await village.file(), await village.file(is_private=True)
    complaint = await village.file(
        words="新来的那个人拿了我家的东西", barred=[officials[CLERK]], complaint=Complaint.UNSEEN
    )
    appeals = (public, private, complaint)
    promised = [appeal.due_at for appeal in appeals]
    leaves, follows = (
        await session.get_one(Official, officials[CADRE]),
        await session.get_one(Official, officials[CLERK]),
    )
    await release_official(village.later(hours=1), leaves, follows, By(Actor.COUNTY_OFFICE))
    for appeal in appeals:
        await session.refresh(appeal)
    assert [appeal.due_at for appeal in appeals] == promised
    assert [appeal.holder_official_id for appeal in appeals] == [
        officials[CLERK],
        officials[CLERK],
        officials[VILLAGE_LEAD],
    ]

    card = await village.last(GUILAN)
    assert (card.wording, card.data["name"]) == ("new-cadre", follows.name)
    assert [one["data"]["level"] for one in card.data["matters"]] == ["cadre", "cadre", "village"]
    assert (await village.last(XIUYING)).data["matters"] == []
    query = select(Letter.appeal_id, Letter.chat_id).where(Letter.appeal_id.is_not(None))
    shown = {(appeal, chat) for appeal, chat in await session.execute(query)}
    assert {(public.id, CLERK), (private.id, CLERK), (complaint.id, VILLAGE_LEAD)} <= shown
    assert (complaint.id, CLERK) not in shown

    await village.says(CLERK, "/inbox")
    assert (await village.last(CLERK)).data["count"] == 2
    for verb in ("accept", "open", "open_card", "cadre_more"):
        assert await village.taps(CLERK, verb, complaint.id, complaint.epoch) == "not-yours"
        assert await village.taps(CADRE, verb, public.id, public.epoch) == "not-yours"
    assert await village.taps(CLERK, "accept", public.id, public.epoch) == "accepted"
    assert await village.taps(VILLAGE_LEAD, "accept", complaint.id, complaint.epoch) == "accepted"

    village.county.hands.now += timedelta(days=12)
    await sweep(village.later())
    await session.refresh(public)
    assert public.level == "village"
    told = [letter for letter in await village.letters(CLERK) if letter.appeal_id == complaint.id]
    assert told == []
