"""On its way to the wall: read first by the household and by whoever answered."""

from datetime import timedelta

from bot.rules.wall import EchoForm
from bot.usecases.ask_silent_authors import ask_silent_authors
from bot.usecases.show_echoes import show_echoes
from storage.echoes import find_echo, list_wall
from storage.models import Appeal, Echo, EchoState, Household, Official
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, DAYONG, GUILAN, VILLAGE_LEAD, XIUYING

REPLY = "王桂兰家的水井明天派人修,有事打13805391234"
WORDS = "村西头水井塌了,王桂兰家没水吃,我电话13905391111"


async def _solved(village: Village, category: str = "water", **more: bool) -> Appeal:
    household = await village.county.session.get_one(Household, village.cast.household)
    household.head = "王桂兰"
    appeal = await village.file(category, WORDS, **more)
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    await village.taps_last(GUILAN, "verdict-solved")
    return appeal


async def _echo(village: Village, appeal: Appeal) -> Echo:
    echo = await find_echo(village.county.session, appeal.id)
    assert echo
    await village.county.session.refresh(echo)
    return echo


async def _wall(village: Village, appeal: Appeal) -> list[Echo]:
    return list(await list_wall(village.county.session, appeal.grid_id, 10))


async def test_household_and_cadre_read_both_sides_words_without_names_and_numbers(village: Village) -> None:
    await _solved(village)
    for user, wording in ((GUILAN, "echo-for-household"), (DAYONG, "echo-for-household"), (CADRE, "echo-for-official")):
        letter = await village.last(user) if user != GUILAN else (await village.letters(user))[-2]
        assert letter.wording == wording
        assert "水井" in letter.data["words"]
        assert not any(secret in str(letter.data) for secret in ("1390539", "1380539", "桂兰"))


async def test_names_of_neighbours_cadres_and_leads_vanish_too_and_ordinary_words_stay(village: Village) -> None:
    session = village.county.session
    neighbours = await session.get_one(Household, village.cast.neighbours)
    neighbours.head = "赵国庆"
    lead = await session.get_one(Official, village.cast.officials[VILLAGE_LEAD])
    lead.name = "张庆林"
    appeal = await village.file("water", "国庆节那天水井就塌了,赵国庆家填的土,张庆林不管")
    await village.says(CADRE, "国庆家的土明天清走", reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    await village.taps_last(GUILAN, "verdict-solved")
    letter = (await village.letters(GUILAN))[-2]
    assert letter.data["words"].startswith("国庆节那天水井就塌了")
    assert letter.data["reply"] == "〔某家〕的土明天清走"
    assert not any(name in str(letter.data) for name in ("赵国庆", "张庆林"))


async def test_of_violence_at_home_nothing_goes_up_even_where_it_is_not_private(village: Village) -> None:
    appeal = await _solved(village, is_hidden=True)
    assert (appeal.series, await find_echo(village.county.session, appeal.id)) == ("县", None)


async def test_a_day_of_silence_is_consent(village: Village) -> None:
    appeal = await _solved(village)
    await show_echoes(village.later(hours=23, minutes=59))
    assert await _wall(village, appeal) == []
    await show_echoes(village.later(minutes=1))
    (entry,) = await _wall(village, appeal)
    assert (entry.form, "水井" in entry.words, entry.outcome) == (EchoForm.FULL, True, "solved")


async def test_anybody_of_the_household_may_say_no_and_nobody_else(village: Village) -> None:
    appeal = await _solved(village)
    echo = await _echo(village, appeal)
    assert await village.taps(XIUYING, "echo_no", echo.id) == "not-yours"
    assert await village.taps(XIUYING, "echo_yes", echo.id) == "not-yours"
    assert await village.taps_last(DAYONG, "echo-no") == "echo-refused"
    assert await village.taps_last(GUILAN, "echo-no") == "already-so"
    await show_echoes(village.later(days=2))
    assert await _wall(village, appeal) == []


async def test_a_persons_own_affair_shows_its_words_only_after_a_yes(village: Village) -> None:
    silent = await _solved(village, "low_income")
    agreed = await _solved(village, "low_income")
    assert await village.taps_last(GUILAN, "echo-yes") == "echo-agreed"
    await show_echoes(village.later(days=1))
    shown = {entry.appeal_id: entry for entry in await _wall(village, agreed)}
    assert (shown[silent.id].form, shown[silent.id].words) == (EchoForm.CATEGORY_ONLY, "")
    assert (shown[agreed.id].form, "水井" in shown[agreed.id].words) == (EchoForm.FULL, True)


async def test_the_cadres_own_words_may_be_put_otherwise_and_are_read_for_another_day(village: Village) -> None:
    appeal = await _solved(village)
    village.county.hands.move(timedelta(hours=10))
    await village.taps_last(CADRE, "echo-reword")
    await village.says(CADRE, "水井明天派人修")
    assert (await village.last(GUILAN)).data["reply"] == "水井明天派人修"
    await show_echoes(village.later(hours=23))
    assert await _wall(village, appeal) == []
    await show_echoes(village.later(hours=1))
    (entry,) = await _wall(village, appeal)
    assert entry.answer == "水井明天派人修"


async def test_off_the_wall_it_goes_only_by_the_leads_tap(village: Village) -> None:
    appeal = await _solved(village)
    echo = await _echo(village, appeal)
    for user in (GUILAN, XIUYING, VILLAGE_LEAD):
        assert await village.taps(user, "echo_off", echo.id) == "not-yours"
    assert await village.taps_last(CADRE, "echo-advise-off") == "echo-advised"
    assert await village.taps(CADRE, "echo_keep_off", echo.id) == "not-yours"
    assert (await _echo(village, appeal)).state == EchoState.PREVIEW
    assert await village.taps_last(VILLAGE_LEAD, "echo-keep-off") == "echo-kept-off"
    assert (await _echo(village, appeal)).state == EchoState.WITHHELD


async def test_nothing_private_is_ever_previewed(village: Village) -> None:
    appeal = await _solved(village, is_private=True)
    assert await find_echo(village.county.session, appeal.id) is None


async def test_made_private_later_it_is_gone_at_once_with_its_words(village: Village) -> None:
    appeal = await _solved(village)
    await show_echoes(village.later(days=1))
    assert len(await _wall(village, appeal)) == 1
    await village.taps(GUILAN, "make_private", appeal.id)
    echo = await _echo(village, appeal)
    assert (await _wall(village, appeal), echo.state, echo.words, echo.answer) == ([], EchoState.WITHDRAWN, "", "")


async def test_an_answer_met_with_silence_is_previewed_with_the_second_asking(village: Village) -> None:
    appeal = await village.file("water", WORDS)
    await village.says(CADRE, REPLY, reply_to=await village.card(CADRE, appeal))
    await village.taps_last(CADRE, "outcome-solved")
    await ask_silent_authors(village.later(days=3))
    assert (await _echo(village, appeal)).state == EchoState.PREVIEW
