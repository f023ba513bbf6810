"""What a household says of an answer, and what its silence does."""

from bot.rules.lifecycle import Status
from bot.usecases.ask_silent_authors import ask_silent_authors, close_silent_appeals
from storage.models import Appeal, Verdict
from storage.verdicts import find_verdict
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, DAYONG, GUILAN, OFFICE, VILLAGE_LEAD, XIUYING

STRANGER = 9999


async def _answered(village: Village, appeal: Appeal | None = None, by: int = CADRE) -> Appeal:
    appeal = appeal or await village.file()
    await village.says(by, "明天上门帮您补", reply_to=await village.card(by, appeal))
    await village.taps_last(by, "outcome-solved")
    return appeal


async def _verdict(village: Village, appeal: Appeal) -> Verdict:
    verdict = await find_verdict(village.county.session, appeal.id)
    assert verdict
    return verdict


async def test_solved_closes_the_appeal(village: Village) -> None:
    appeal = await _answered(village)
    assert await village.taps_last(GUILAN, "verdict-solved") == "judged"
    assert await village.status(appeal) is Status.CLOSED
    assert "judged-solved" in await village.told(GUILAN)


async def test_a_verdict_is_the_authors_alone(village: Village) -> None:
    appeal = await _answered(village)
    verdict = await _verdict(village, appeal)
    for user in (DAYONG, XIUYING, CADRE, VILLAGE_LEAD, OFFICE, STRANGER):
        for verb in ("judge_solved", "judge_half", "judge_unsolved"):
            assert await village.taps(user, verb, verdict.answer_id) == "not-yours"
    assert await village.status(appeal) is Status.ANSWERED


async def test_the_same_tap_again_changes_nothing_and_another_puts_it_right(village: Village) -> None:
    appeal = await _answered(village)
    await village.taps_last(GUILAN, "verdict-solved")
    assert await village.taps_last(GUILAN, "verdict-solved") == "already-so"
    assert await village.taps_last(GUILAN, "verdict-half") == "judged"
    assert await village.status(appeal) is Status.HALF_SOLVED


async def test_half_solved_it_stays_in_the_same_hands_for_five_days_with_what_is_missing(village: Village) -> None:
    appeal = await _answered(village)
    await village.taps_last(GUILAN, "verdict-half")
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["due"]) == ("judged-half", {"day": "2026-11-30"})
    assert appeal.holder_official_id == village.cast.officials[CADRE]
    await village.says(GUILAN, "停的那个月没补")
    assert (await _verdict(village, appeal)).missing == "停的那个月没补"
    told = await village.last(CADRE)
    assert (told.wording, told.data["words"]) == ("missing-told", "停的那个月没补")


async def test_the_second_half_climbs(village: Village) -> None:
    appeal = await _answered(village)
    await village.taps_last(GUILAN, "verdict-half")
    await _answered(village, appeal)
    await village.taps_last(GUILAN, "verdict-half")
    assert await village.status(appeal) is Status.ESCALATED
    assert appeal.holder_official_id == village.cast.officials[VILLAGE_LEAD]


async def test_not_solved_climbs_and_says_to_whom_and_by_when(village: Village) -> None:
    await _answered(village)
    await village.taps_last(GUILAN, "verdict-not-solved")
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["level"]) == ("judged-unsolved", "village")
    assert letter.data["due"] == {"day": "2026-11-30"}
    assert await village.has_card(VILLAGE_LEAD)
    await village.says(GUILAN, "还是没钱")
    assert (await village.last(VILLAGE_LEAD)).data["words"] == "还是没钱"


async def test_a_button_of_an_earlier_answer_is_out_of_date(village: Village) -> None:
    appeal = await _answered(village)
    first = (await _verdict(village, appeal)).answer_id
    await village.taps_last(GUILAN, "verdict-half")
    await _answered(village, appeal)
    assert await village.taps(GUILAN, "judge_solved", first) == "stale"


async def test_above_the_county_it_rests_and_is_counted(village: Village) -> None:
    appeal = await village.file()
    for _ in range(4):
        holder = appeal.holder_official_id
        user = next(user for user, official in village.cast.officials.items() if official == holder)
        await village.taps(user, "escalate", appeal.id, appeal.epoch)
        await village.status(appeal)
    await _answered(village, appeal, by=OFFICE)
    await village.taps_last(GUILAN, "verdict-not-solved")
    assert await village.status(appeal) is Status.RESTING
    assert "judged-rest" in await village.told(GUILAN)
    await village.says(GUILAN, "问题还在")
    assert (await _verdict(village, appeal)).missing == "问题还在"


async def test_silence_is_asked_about_once_after_three_days(village: Village) -> None:
    await _answered(village)
    await ask_silent_authors(village.later(days=3, seconds=-1))
    assert "verdict-asked-again" not in await village.told(GUILAN)
    for _ in range(2):
        await ask_silent_authors(village.later(seconds=1))
    assert (await village.told(GUILAN)).count("verdict-asked-again") == 1


async def test_after_thirty_days_silence_stays_silence_and_a_late_verdict_is_refused(village: Village) -> None:
    appeal = await _answered(village)
    await ask_silent_authors(village.later(days=3))
    await close_silent_appeals(village.later(days=27))
    assert await village.status(appeal) is Status.CLOSED
    assert (await _verdict(village, appeal)).value is None
    assert await village.taps_last(GUILAN, "verdict-half") == "too-late"
