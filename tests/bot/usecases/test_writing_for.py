"""Somebody writes for a household that is not theirs: an official, a neighbour, a grandson."""

import pytest
from sqlalchemy import select

from bot.rules.lifecycle import Actor, Status
from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.usecases.admit_member import admit_member
from bot.usecases.ask_silent_authors import close_unasked_appeals
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.contact_links import record_cadre
from storage.echoes import find_echo
from storage.members import Vouchers, add_member, record_member_left
from storage.models import Appeal, AppealEvent, Household, Verdict
from tests.bot.rules.calendars import CALENDAR, POLICY
from tests.bot.usecases.village import Village
from tests.storage.county import AREA_LEAD, BOT, CADRE, GUILAN, INSPECTOR, MAYOR, VILLAGE_LEAD, XIUYING

STRANGER = 9999
TROUBLE = "她家的水井半年没水了,去问说等着"
VIOLENCE = "她男人这几年动不动就打她,想离婚"


@pytest.fixture
async def named(village: Village) -> Village:
    """秀英's household is that of 王德福 in 1组2号."""
    home = await village.county.session.get_one(Household, village.cast.neighbours)
    home.head, home.address = "王德福", "1组2号"
    return village


async def _appeal(village: Village) -> Appeal:
    return (await village.county.session.scalars(select(Appeal).order_by(Appeal.id.desc()).limit(1))).one()


async def _leave_nobody_linked(village: Village) -> None:
    account = await village.county.account(XIUYING)
    await record_member_left(village.county.session, village.cast.neighbours, account, village.clock())


async def _written(village: Village, by: int, words: str = TROUBLE, hand_in: str = "button-hand-in") -> Appeal:
    """By an official whose inbox is empty."""
    await village.says(by, words)
    assert await village.taps_last(by, "whose-other") == "whose-toast"
    await village.says(by, "王德福")
    await village.taps_last(by, hand_in)
    return await _appeal(village)


async def test_what_the_cadre_writes_for_a_household_of_theirs_is_the_households(named: Village) -> None:
    appeal = await _written(named, CADRE)
    assert appeal.household_id == named.cast.neighbours
    assert appeal.account_id == await named.county.account(XIUYING)
    assert appeal.written_by_account_id == await named.county.account(CADRE)
    assert appeal.written_by_official_id == named.cast.officials[CADRE]
    filed = (await named.county.session.scalars(select(AppealEvent).where(AppealEvent.is_told.is_(False)))).one()
    assert (filed.actor, filed.actor_official_id) == (Actor.WRITER, named.cast.officials[CADRE])
    assert f"干部{CADRE}替他家写的" in (await named.sees(CADRE, appeal))["parts"][0]
    written = await named.last(CADRE)
    assert (written.wording, written.data["home"], written.data["how"]) == ("written", "1组2号王德福", "read")


async def test_the_household_hears_it_read_back_and_puts_it_right(named: Village) -> None:
    appeal = await _written(named, CADRE)
    letter = await named.last(XIUYING)
    assert (letter.wording, letter.data["words"]) == ("written-for-you", TROUBLE)
    assert letter.data["writer"] == f"干部{CADRE}"
    assert await named.told(GUILAN) == []
    named.later(minutes=2)
    await named.taps_last(XIUYING, "button-put-right")
    await named.says(XIUYING, "不是半年,是一年了")
    assert (await named.last(XIUYING)).wording == "words-added"
    assert (await named.last(CADRE)).wording == "more-was-said"
    await named.taps_last(XIUYING, "button-withdraw")
    await named.taps_last(XIUYING, "button-withdraw-surely")
    assert await named.status(appeal) is Status.WITHDRAWN


async def test_whoever_wrote_it_is_not_asked_for_the_verdict_and_cannot_give_it(named: Village) -> None:
    appeal = await _written(named, CADRE)
    await named.says(CADRE, "水井明天清", reply_to=await named.card(CADRE, appeal))
    await named.taps_last(CADRE, "outcome-solved")
    answered = await named.last(XIUYING)
    assert answered.wording == "answered"
    assert "answered" not in await named.told(CADRE)
    solved, *_ = await named.buttons(XIUYING)
    assert await named.taps(CADRE, solved["verb"], solved["id"]) == "not-yours"
    assert await named.taps_last(XIUYING, "verdict-solved") == "judged"


async def test_where_nobody_is_linked_the_writer_passes_the_answer_on_and_nobody_is_asked(named: Village) -> None:
    await _leave_nobody_linked(named)
    appeal = await _written(named, VILLAGE_LEAD)
    assert appeal.account_id is None
    assert (await named.last(VILLAGE_LEAD)).data["how"] == "aloud"
    await named.says(CADRE, "水井明天清", reply_to=await named.card(CADRE, appeal))
    await named.taps_last(CADRE, "outcome-solved")
    passed, answered = (await named.letters(VILLAGE_LEAD))[-2:]
    assert (passed.wording, passed.data["home"]) == ("pass-on", "1组2号王德福")
    assert (answered.wording, answered.data["words"], answered.buttons) == ("answered", "水井明天清", None)
    assert (await named.county.session.scalars(select(Verdict))).all() == []
    await close_unasked_appeals(named.later(days=2))
    assert await named.status(appeal) is Status.ANSWERED
    await close_unasked_appeals(named.later(days=1))
    assert await named.status(appeal) is Status.CLOSED
    assert await find_echo(named.county.session, appeal.id) is not None


async def test_violence_at_home_is_never_read_back_to_a_phone_of_that_home(named: Village) -> None:
    appeal = await _written(named, CADRE, VIOLENCE, "button-hand-in-private")
    assert (appeal.series, appeal.is_private, appeal.account_id) == ("县", True, None)
    assert await named.told(XIUYING) == []
    assert (await named.last(CADRE)).data["how"] == "secret"


async def test_an_official_writes_for_the_households_of_their_charge_only(named: Village) -> None:
    for user in (AREA_LEAD, MAYOR, INSPECTOR):
        await named.says(user, TROUBLE)
        assert (await named.last(user)).wording == "inbox-empty"
        assert await named.taps(user, "write_for_home", named.cast.neighbours) == "stale"
        assert await named.taps(user, "write_for_them", named.cast.neighbours) == "not-yours"
    await record_cadre(
        named.county.session, named.cast.neighbours, named.cast.officials[AREA_LEAD], None, named.clock()
    )
    await named.says(CADRE, TROUBLE)
    await named.taps_last(CADRE, "whose-other")
    await named.says(CADRE, "王德福")
    assert (await named.last(CADRE)).wording == "no-such-household"
    assert await named.taps(CADRE, "write_for_home", named.cast.neighbours) == "not-yours"
    assert (await _written(named, AREA_LEAD)).written_by_official_id == named.cast.officials[AREA_LEAD]


async def test_a_household_that_the_words_name_is_offered(named: Village) -> None:
    await named.says(CADRE, "王德福家的水井半年没水了")
    await named.taps_last(CADRE, "whose-other")
    assert [button["data"]["home"] for button in await named.buttons(CADRE)] == ["1组2号王德福"]
    assert await named.taps_last(CADRE, "home") == "whose-toast"
    card = await named.last(CADRE)
    assert (card.wording, card.data["home"]) == ("draft-card", "1组2号王德福")
    assert "button-hide" not in [button["label"] for button in card.buttons or ()]


async def test_a_neighbour_writes_and_the_household_is_the_author(named: Village) -> None:
    await named.says(GUILAN, "找人帮忙")
    await named.taps_last(GUILAN, "button-write-for")
    await named.says(GUILAN, "德福家")
    assert (await named.last(GUILAN)).wording == "say-it-for"
    await named.says(GUILAN, TROUBLE)
    await named.taps_last(GUILAN, "button-hand-in")
    appeal = await _appeal(named)
    assert (appeal.account_id, appeal.written_by_account_id, appeal.written_by_official_id) == (
        await named.county.account(XIUYING),
        await named.county.account(GUILAN),
        None,
    )
    await named.says(GUILAN, "俺家的低保也停了,去问说等着")
    assert (await named.last(GUILAN)).data["home"] == "none"


async def test_who_goes_on_with_a_trouble_of_their_own_is_heard(named: Village) -> None:
    await named.says(GUILAN, "找人帮忙")
    await named.taps_last(GUILAN, "button-write-for")
    await named.says(GUILAN, "老李头")
    assert (await named.last(GUILAN)).wording == "no-such-household"
    await named.says(GUILAN, "俺家的低保停了,去问说等着")
    card = await named.last(GUILAN)
    assert (card.wording, card.data["home"]) == ("draft-card", "none")


async def test_who_names_the_household_and_the_matter_in_one_breath_need_not_say_it_again(named: Village) -> None:
    await named.says(GUILAN, "找人帮忙")
    await named.taps_last(GUILAN, "button-write-for")
    await named.says(GUILAN, "王德福家的水井半年没水了,去问说等着")
    card = await named.last(GUILAN)
    assert (card.wording, card.data["home"]) == ("draft-card", "1组2号王德福")


async def test_a_grandson_of_two_households_is_asked_for_whom(named: Village) -> None:
    account = await named.county.account(GUILAN)
    await add_member(named.county.session, named.cast.neighbours, account, "孙子", Vouchers(), named.clock())
    await named.says(GUILAN, "水井半年没水了,去问说等着")
    asked = await named.last(GUILAN)
    assert asked.wording == "for-whom-said"
    assert [button["label"] for button in asked.buttons or ()] == ["home", "home", "other-home"]
    own = next(button for button in asked.buttons or () if button["epoch"] == named.cast.household)
    await named.taps(XIUYING, "draft_home", own["id"], own["epoch"])
    assert await named.told(XIUYING) == ["not-yours"]
    await named.taps(GUILAN, own["verb"], own["id"], own["epoch"])
    await named.taps_last(GUILAN, "button-hand-in")
    appeal = await _appeal(named)
    assert (appeal.household_id, appeal.account_id) == (named.cast.household, account)
    assert appeal.written_by_account_id is None


async def test_one_draft_after_the_other(named: Village) -> None:
    await named.says(GUILAN, "俺家的低保停了,去问说等着")
    assert await named.taps(GUILAN, "write_for", 0) == "another-draft"


async def test_danger_that_breaks_in_is_at_ones_own_home(named: Village) -> None:
    await named.taps(GUILAN, "write_for", 0)
    await named.says(GUILAN, "王德福家的水井半年没水了")
    await named.says(GUILAN, "着火了 快来人")
    appeal = await _appeal(named)
    assert (appeal.danger, appeal.household_id) == ("fire", named.cast.household)


async def test_danger_told_for_another_household_is_filed_there_at_once(named: Village) -> None:
    await named.taps(GUILAN, "write_for", 0)
    await named.says(GUILAN, "王德福")
    await named.says(GUILAN, "着火了 快来人")
    appeal = await _appeal(named)
    assert (appeal.danger, appeal.household_id) == ("fire", named.cast.neighbours)
    assert "danger-filed" in await named.told(GUILAN)


async def test_who_asks_for_a_writer_gets_the_cadre_once_a_day(named: Village) -> None:
    await named.says(XIUYING, "找人帮忙")
    for _ in range(2):
        assert await named.taps_last(XIUYING, "button-write-for-me") == "whose-toast"
    assert (await named.told(XIUYING))[1:] == ["writer-asked", "writer-asked"]
    assert await named.told(CADRE) == ["asked-to-write"]
    assert await named.taps_last(CADRE, "button-write-for-them") == "whose-toast"
    await named.says(CADRE, TROUBLE)
    await named.taps_last(CADRE, "button-hand-in")
    assert (await _appeal(named)).written_by_official_id == named.cast.officials[CADRE]


async def test_who_keeps_the_cadre_out_gets_the_village_lead(named: Village) -> None:
    await named.says(GUILAN, "俺家的低保停了,去问说等着")
    await named.taps_last(GUILAN, "button-hide")
    await named.taps_last(GUILAN, "button-unseen")
    await named.taps(GUILAN, "ask_writer", 0)
    assert "asked-to-write" in await named.told(VILLAGE_LEAD)
    assert await named.told(CADRE) == []
    await named.taps(STRANGER, "ask_writer", 0)
    assert await named.told(STRANGER) == ["not-yours"]


async def test_who_links_later_hears_what_was_written_and_judges_it_but_nothing_secret(named: Village) -> None:
    await _leave_nobody_linked(named)
    open_one, secret = (
        await _written(named, CADRE),
        await _written(named, VILLAGE_LEAD, VIOLENCE, "button-hand-in-private"),
    )
    account = await access_account(named.county.session, await named.county.account(XIUYING))
    home = await named.county.session.get_one(Household, named.cast.neighbours)
    person = Person(BOT, XIUYING, XIUYING, "秀英", DEFAULT_LANGUAGE)
    turn = Turn(named.county.session, named.clock(), "link", person, POLICY, CALENDAR)
    await admit_member(turn, account, home, "秀英", Vouchers())
    read_back = [letter for letter in await named.letters(XIUYING) if letter.wording == "written-for-you"]
    assert [(letter.data["writer"], letter.data["words"]) for letter in read_back] == [(f"干部{CADRE}", TROUBLE)]
    await named.says(CADRE, "水井明天清", reply_to=await named.card(CADRE, open_one))
    await named.taps_last(CADRE, "outcome-solved")
    assert await named.taps_last(XIUYING, "verdict-solved") == "judged"
    await named.county.session.refresh(secret)
    assert secret.account_id is None
