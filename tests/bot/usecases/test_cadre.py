"""What else a cadre does: asks back, takes more time, refers, keeps private, looks and is told."""

from datetime import UTC, datetime

from sqlalchemy import select

from bot.rules.lifecycle import Status
from bot.usecases.send_digests import send_digests
from storage.barred import add_barred
from storage.drafts import find_open_draft
from storage.grids import find_unit
from storage.members import Vouchers, add_member, record_member_left
from storage.models import Appeal, AppealEvent, Letter, LetterKind, Unit
from storage.pieces import list_draft_pieces
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, CLERK, GUILAN, INSPECTOR, OFFICE, VILLAGE_LEAD, XIUYING


async def test_a_question_goes_to_the_author_in_the_cadres_own_words(village: Village) -> None:
    appeal = await village.file()
    due_at = appeal.due_at
    await village.taps(CADRE, "cadre_more", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "more-ask-back")
    await village.says(CADRE, "您家存折尾号是多少?")
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["words"]) == ("asked-back", "您家存折尾号是多少?")
    assert (await village.status(appeal), appeal.due_at) == (Status.ASKED, due_at)


async def test_more_time_is_given_once_with_a_reason_that_the_author_reads(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "extend", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "extend-days")
    await village.says(CADRE, "等县里的批文")
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["reason"]) == ("extended", "等县里的批文")
    assert letter.data["due"] == {"day": "2026-12-03"}
    await village.taps(CADRE, "extend", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "extend-days")
    await village.says(CADRE, "再等等")
    assert (await village.last(CADRE)).wording == "not-granted"


async def test_a_number_of_days_that_nobody_asked_for_is_out_of_date(village: Village) -> None:
    await village.file()
    assert await village.taps(CADRE, "extend_days", 10) == "stale"


async def test_referred_to_a_unit_its_officers_have_it_and_the_due_date_stays(village: Village) -> None:
    appeal = await village.file()
    due_at = appeal.due_at
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "refer-to-unit")
    await village.taps_last(CADRE, "refer-plainly")
    unit = await find_unit(village.county.session, "JW")
    assert unit
    assert (await village.status(appeal), appeal.holder_unit_id, appeal.due_at) == (Status.REFERRED, unit.id, due_at)
    assert await village.has_card(INSPECTOR)
    assert (await village.last(GUILAN)).wording == "referred"
    assert await village.taps(CADRE, "accept", appeal.id, appeal.epoch) == "not-yours"


async def test_what_was_not_recognised_is_asked_of_the_holder_and_the_answer_is_kept(village: Village) -> None:
    appeal = await village.file("other")
    shown = (await village.sees(CADRE, appeal))["buttons"]
    assert [data.split(":")[0] for _, data in shown] == ["accept", "categorize", "cadre_more"]
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    assert next(button["data"]["category"] for button in await village.buttons(CADRE)) == "低保救助"
    assert await village.taps_last(CADRE, "category-named") == "toast-done"
    await village.status(appeal)
    assert appeal.category == "low_income"
    event = (await village.county.session.scalars(select(AppealEvent).order_by(AppealEvent.id.desc()))).first()
    assert event
    assert (event.action, event.data) == ("reclassify", {"from": "other", "to": "low_income"})


async def test_a_category_can_be_named_or_told_by_a_word_of_it(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    await village.says(CADRE, "饮水水利")
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    await village.says(CADRE, "路灯")
    await village.status(appeal)
    assert appeal.category == "roads"
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    await village.says(CADRE, "嗯嗯")
    assert (await village.last(CADRE)).wording == "not-understood"


async def test_the_category_that_it_stands_under_already_is_no_correction(village: Village) -> None:
    appeal = await village.file()
    await village.taps(CADRE, "categorize", appeal.id, appeal.epoch)
    await village.says(CADRE, "低保救助")
    assert (await village.last(CADRE)).wording == "already-so"


async def _referred(village: Village) -> Appeal:
    appeal = await village.file()
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    await village.taps_last(CADRE, "refer-to-unit")
    await village.taps_last(CADRE, "refer-plainly")
    await village.status(appeal)
    return appeal


async def test_what_is_not_the_units_goes_back_with_a_reason_and_the_due_date_stays(village: Village) -> None:
    appeal = await _referred(village)
    due_at = appeal.due_at
    shown = (await village.sees(INSPECTOR, appeal))["buttons"]
    assert [data.split(":")[0] for _, data in shown] == ["accept", "commit", "return", "cadre_more"]
    assert await village.taps(CADRE, "return", appeal.id, appeal.epoch) == "not-yours"
    assert await village.taps(INSPECTOR, "return", appeal.id, appeal.epoch) == "return-toast"
    await village.says(INSPECTOR, "低保归民政局")
    assert (await village.status(appeal), appeal.due_at) == (Status.ACCEPTED, due_at)
    assert appeal.holder_official_id == village.cast.officials[CADRE]
    letter = await village.last(CADRE)
    assert (letter.wording, letter.data["reason"]) == ("returned", "低保归民政局")
    assert (await village.last(GUILAN)).wording == "back-with"
    assert await village.taps(INSPECTOR, "return", appeal.id, appeal.epoch) == "not-yours"


async def test_after_two_working_days_it_stays_with_the_unit(village: Village) -> None:
    appeal = await _referred(village)
    village.later(days=3)
    assert await village.taps(INSPECTOR, "return", appeal.id, appeal.epoch) == "too-late"
    assert await village.status(appeal) is Status.REFERRED


async def test_a_units_more_menu_passes_it_up_because_its_card_returns_it(village: Village) -> None:
    appeal = await _referred(village)
    await village.taps(INSPECTOR, "cadre_more", appeal.id, appeal.epoch)
    assert await village.taps_last(INSPECTOR, "card-escalate") == "escalated-toast"


async def test_a_unit_may_be_named_and_an_unknown_name_is_asked_for_again(village: Village) -> None:
    village.county.session.add(Unit(code="SL", name="水利局", categories=["water"]))
    await village.county.session.flush()
    appeal = await village.file()
    await village.taps(CADRE, "refer", appeal.id, appeal.epoch)
    await village.says(CADRE, "天文台")
    assert (await village.last(CADRE)).wording == "no-such-colleague"
    await village.says(CADRE, "水利局")
    await village.says(CADRE, "水渠归他们修")
    assert await village.status(appeal) is Status.REFERRED


async def test_made_private_by_its_holder_and_by_nobody_who_has_nothing_to_do_with_it(village: Village) -> None:
    appeal = await village.file()
    assert await village.taps(XIUYING, "keep_private", appeal.id) == "not-yours"
    assert await village.taps(CADRE, "keep_private", appeal.id) == "kept-private"
    assert await village.taps(CADRE, "keep_private", appeal.id) == "already-so"
    assert appeal.is_private


async def test_a_reply_to_nothing_is_asked_about_and_goes_where_the_tap_says(village: Village) -> None:
    first = await village.file("water", "村西头水井塌了")
    first.keywords = ["水井"]
    second = await village.file()
    await village.says(CADRE, "低保的事我明天去办")
    letter = await village.last(CADRE)
    assert letter.wording == "whose-asked"
    offered = [button["data"].get("number") for button in letter.buttons or ()]
    assert offered == [f"磨石沟-{second.number}", f"磨石沟-{first.number}", None]
    await village.taps_last(CADRE, "whose-number")
    await village.taps_last(CADRE, "outcome-solved")
    assert (await village.last(GUILAN)).data["words"] == "低保的事我明天去办"


async def test_words_that_found_their_appeal_go_to_no_second_one(village: Village) -> None:
    first, second = await village.file(), await village.file()
    await village.says(CADRE, "明天办")
    (one, other, *_) = await village.buttons(CADRE)
    assert await village.taps(CADRE, "whose", one["id"], one["epoch"]) == "whose-toast"
    assert await village.taps(CADRE, "whose", other["id"], other["epoch"]) == "already-so"
    assert {first.id, second.id} == {one["id"], other["id"]}


async def test_nobody_sends_what_somebody_else_said(village: Village) -> None:
    appeal = await village.file()
    await village.says(CADRE, "明天办")
    (button, *_) = await village.buttons(CADRE)
    assert await village.taps(VILLAGE_LEAD, "whose", appeal.id, button["epoch"]) == "not-yours"


async def test_a_cadre_with_a_household_may_have_meant_that(village: Village) -> None:
    await village.file()
    account = await village.county.account(CADRE)
    home = village.cast.neighbours
    await add_member(village.county.session, home, account, "老孙", Vouchers(), village.county.hands.now)
    await village.says(CADRE, "路灯坏了三天")
    labels = [button["label"] for button in await village.buttons(CADRE)]
    assert labels == ["whose-number", "whose-own", "whose-other"]
    assert await village.taps_last(CADRE, "whose-own") == "whose-toast"
    draft = await find_open_draft(village.county.session, account)
    assert draft
    assert [piece.text for piece in await list_draft_pieces(village.county.session, draft)] == ["路灯坏了三天"]


async def test_the_inbox_is_sorted_by_due_time(village: Village) -> None:
    later, sooner = await village.file(), await village.file()
    assert later.due_at
    sooner.due_at = later.due_at.replace(day=later.due_at.day - 1)
    await village.says(CADRE, "/inbox")
    entries = [button["id"] for button in await village.buttons(CADRE) if button["label"] == "inbox-entry"]
    assert entries == [sooner.id, later.id]
    assert await village.taps_last(CADRE, "inbox-entry") == "inbox-toast"
    assert await village.has_card(CADRE)
    assert await village.taps(XIUYING, "open_card", sooner.id) == "not-yours"


async def test_at_half_past_seven_of_a_working_day_the_cadre_hears_what_there_is(village: Village) -> None:
    await village.file()
    village.county.hands.now = datetime(2026, 11, 23, 23, 29, tzinfo=UTC)
    await send_digests(village.later(seconds=0))
    assert await village.told(CADRE) == []
    await send_digests(village.later(minutes=1))
    await send_digests(village.later(minutes=10))
    (letter,) = await village.letters(CADRE)
    assert letter.wording == "digest"
    assert (letter.data["due_today"], letter.data["fresh"], letter.data["unlinked"]) == (0, 1, 0)
    assert await village.told(OFFICE) == []


async def test_the_digest_counts_what_stands_in_and_units_have_and_nothing_about_the_reader(village: Village) -> None:
    cast = village.cast
    await village.county.away(cast.officials[CADRE], cast.officials[VILLAGE_LEAD])
    await village.file()
    appeal = await _referred(village)
    about_the_deputy = await village.file()
    await add_barred(village.county.session, about_the_deputy, cast.officials[VILLAGE_LEAD], "unseen", village.clock())
    about_the_officer = await _referred(village)
    await add_barred(village.county.session, about_the_officer, cast.officials[CLERK], "unseen", village.clock())
    village.county.hands.now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    await send_digests(village.later(seconds=0))
    fresh = {}
    for user in (CADRE, VILLAGE_LEAD, INSPECTOR, CLERK):
        fresh[user] = (await village.last(user)).data["fresh"]
    assert fresh == {CADRE: 2, VILLAGE_LEAD: 1, INSPECTOR: 2, CLERK: 1}
    assert await village.status(appeal) is Status.REFERRED


async def test_the_cadre_sees_which_households_are_not_linked_yet(village: Village) -> None:
    home, account = village.cast.neighbours, await village.county.account(XIUYING)
    await record_member_left(village.county.session, home, account, village.clock())
    village.county.hands.now = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    await send_digests(village.later(seconds=0))
    assert (await village.last(CADRE)).data["unlinked"] == 1
    await village.taps_last(CADRE, "digest-unlinked")
    assert (await village.last(CADRE)).data["homes"] == ["户主2(2组)"]


async def test_nobody_is_woken_by_a_digest_on_a_day_off(village: Village) -> None:
    await village.file()
    village.county.hands.now = datetime(2026, 11, 27, 23, 30, tzinfo=UTC)  # Saturday morning in China
    await send_digests(village.later(minutes=1))
    assert await village.told(CADRE) == []


async def test_a_private_appeal_is_opened_by_its_holder_alone(village: Village) -> None:
    appeal = await village.file(is_private=True)
    for user in (XIUYING, VILLAGE_LEAD, OFFICE):
        assert await village.taps(user, "open", appeal.id, appeal.epoch) == "not-yours"
        assert await village.told(user) == []
    await village.taps(CADRE, "open", appeal.id, appeal.epoch)
    query = select(Letter).where(Letter.chat_id == CADRE, Letter.kind == LetterKind.PRIVATE_TEXT)
    assert len((await village.county.session.scalars(query)).all()) == 1
