"""Somebody stands in for an official who is away: from when, until when, and never for a matter about themselves."""

from bot.rules.escalation import Holder
from bot.rules.levels import Level
from bot.rules.lifecycle import Status
from bot.usecases.change_deputies import change_deputies
from storage.models import Appeal
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, CADRE, GUILAN, INSPECTOR, VILLAGE_LEAD, XIUYING


async def _goes_away(village: Village, days: str = "deputy-days") -> None:
    """The cadre, for three days from today on; the village's lead stands in."""
    await village.says(CADRE, "/deputy")
    assert await village.taps_last(CADRE, "deputy-who") == "deputy-toast"
    assert await village.taps_last(CADRE, days) == "deputy-toast"


async def test_the_deputy_gets_the_cards_and_acts_as_the_holder(village: Village) -> None:
    appeal = await village.file()
    assert await village.taps(VILLAGE_LEAD, "accept", appeal.id, appeal.epoch) == "not-yours"
    await _goes_away(village)
    named, told = await village.last(CADRE), await village.last(VILLAGE_LEAD)
    assert (named.wording, named.data["last"]) == ("deputy-named", {"day": "2026-11-25"})
    assert (told.wording, told.data["name"]) == ("you-deputy", f"干部{CADRE}")
    assert await village.has_card(VILLAGE_LEAD)
    assert await village.taps(VILLAGE_LEAD, "accept", appeal.id, appeal.epoch) == "accepted"
    await village.says(VILLAGE_LEAD, "我去看过了", reply_to=await village.card(VILLAGE_LEAD, appeal))
    await village.taps_last(VILLAGE_LEAD, "outcome-solved")
    answered = await village.last(GUILAN)
    assert (answered.wording, answered.data["words"]) == ("answered", "我去看过了")
    assert await village.taps(CADRE, "cadre_more", appeal.id, appeal.epoch) != "not-yours"


async def test_what_is_filed_meanwhile_reaches_the_deputy_too(village: Village) -> None:
    await _goes_away(village)
    await village.says(XIUYING, "村东头的路灯坏了半年了")
    await village.taps_last(XIUYING, "button-hand-in")
    assert await village.has_card(VILLAGE_LEAD)
    await village.says(VILLAGE_LEAD, "/inbox")
    assert [button["label"] for button in await village.buttons(VILLAGE_LEAD)] == [
        "inbox-entry",
        *["study-open"] * 2,
        "handover",
    ]


async def test_it_ends_by_itself_and_both_are_told(village: Village) -> None:
    appeal = await village.file()
    await _goes_away(village)
    await change_deputies(village.later(days=2, hours=21))
    assert (await village.last(VILLAGE_LEAD)).wording == "you-deputy"
    await change_deputies(village.later(hours=1))
    assert (await village.last(VILLAGE_LEAD)).wording == "you-deputy-over"
    assert (await village.last(CADRE)).wording == "deputy-over"
    assert await village.taps(VILLAGE_LEAD, "accept", appeal.id, appeal.epoch) == "not-yours"
    assert await village.status(appeal) is Status.FILED


async def test_days_may_be_written_and_it_begins_on_the_first_morning(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "/deputy")
    await village.says(CADRE, f"干部{INSPECTOR}")
    assert (await village.last(CADRE)).wording == "no-such-colleague"
    await village.says(CADRE, f"干部{AREA_LEAD}")
    await village.says(CADRE, "看情况")
    assert (await village.last(CADRE)).wording == "not-understood"
    await village.says(CADRE, "25号到26号")
    assert (await village.last(AREA_LEAD)).data["since"] == {"day": "2026-11-25"}
    assert await village.taps(AREA_LEAD, "accept", appeal.id, appeal.epoch) == "not-yours"
    await change_deputies(village.later(days=2))
    assert (await village.last(AREA_LEAD)).wording == "you-deputy-now"
    assert await village.taps(AREA_LEAD, "accept", appeal.id, appeal.epoch) == "accepted"


async def test_back_earlier_the_official_ends_it_and_nobody_else_does(village: Village) -> None:
    await _goes_away(village)
    await village.says(CADRE, "/deputy")
    (end,) = await village.buttons(CADRE)
    assert await village.taps(VILLAGE_LEAD, "deputy_end", end["id"]) == "not-yours"
    assert await village.taps_last(CADRE, "deputy-end") == "deputy-toast"
    assert (await village.last(VILLAGE_LEAD)).wording == "you-deputy-over"
    assert await village.taps_last(CADRE, "deputy-end") == "already-so"


async def test_no_longer_than_the_policy_lets(village: Village) -> None:
    await village.says(CADRE, "/deputy")
    await village.taps_last(CADRE, "deputy-who")
    assert await village.taps(CADRE, "deputy_days", 61) == "too-long"
    assert await village.taps(CADRE, "deputy_days", 0) == "too-long"


async def test_a_deputy_learns_nothing_of_a_matter_about_themselves(village: Village) -> None:
    appeal = await _about_the_area_lead(village)
    await village.county.away(village.cast.officials[VILLAGE_LEAD], village.cast.officials[AREA_LEAD])
    await village.says(AREA_LEAD, "/inbox")
    assert (await village.last(AREA_LEAD)).wording == "inbox-empty"
    for verb in ("accept", "open", "open_card", "cadre_more"):
        assert await village.taps(AREA_LEAD, verb, appeal.id, appeal.epoch) == "not-yours"


async def test_nobody_but_officials_names_a_deputy(village: Village) -> None:
    await village.says(GUILAN, "/deputy")
    assert await village.told(GUILAN) == ["not-yours"]
    for verb in ("deputy_who", "deputy_days"):
        assert await village.taps(GUILAN, verb, 3) == "stale"


async def _about_the_area_lead(village: Village) -> Appeal:
    lead, barred = village.cast.officials[VILLAGE_LEAD], village.cast.officials[AREA_LEAD]
    return await village.file(holder=Holder(Level.VILLAGE, official=lead, grid="V"), barred=[barred])


async def test_a_time_that_passed_while_the_machine_was_off_ends_without_having_begun(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "/deputy")
    await village.taps_last(CADRE, "deputy-who")
    await village.says(CADRE, "25号到26号")
    await change_deputies(village.later(days=9))
    assert (await village.told(VILLAGE_LEAD))[-2:] == ["you-deputy", "you-deputy-over"]
    assert (await village.last(CADRE)).wording == "deputy-over"
    assert await village.taps(VILLAGE_LEAD, "accept", appeal.id, appeal.epoch) == "not-yours"
    told = await village.told(CADRE)
    await change_deputies(village.later(days=1))
    assert await village.told(CADRE) == told


async def test_who_begun_before_the_machine_was_off_is_over_at_its_start_and_words_wait_no_longer(
    village: Village,
) -> None:
    appeal = await village.file()
    await _goes_away(village)
    await village.says(VILLAGE_LEAD, "我去看过了", reply_to=await village.card(VILLAGE_LEAD, appeal))
    await change_deputies(village.later(days=30))
    assert (await village.last(VILLAGE_LEAD)).wording == "you-deputy-over"
    assert (await village.last(CADRE)).wording == "deputy-over"
    assert await village.taps_last(VILLAGE_LEAD, "outcome-solved") == "not-yours"


async def test_a_second_phone_names_no_second_deputy(village: Village) -> None:
    await village.says(CADRE, "/deputy")
    await village.taps_last(CADRE, "deputy-who")
    await village.county.away(village.cast.officials[CADRE], village.cast.officials[AREA_LEAD])
    assert await village.taps_last(CADRE, "deputy-days") == "already-so"
