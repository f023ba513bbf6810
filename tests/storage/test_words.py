"""Drafts, pieces, media, questions: what people said on its way into an appeal."""

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from bot.rules.errors import NotYours
from storage import drafts, media, pieces, questions
from storage.access import access_appeal
from storage.media import NewMedia
from storage.models import DraftState, MediaState, PieceKind
from storage.pieces import Belongs, Said
from tests.storage.cases import file
from tests.storage.conftest import Settled
from tests.storage.county import BOT, CADRE, DAYONG, GUILAN, County

VOICE = NewMedia(BOT, "AwADBAAD", "AgADx", PieceKind.VOICE, "audio/ogg", 20_000, 7)


async def _said(county: County, message_id: int, text: str, revision: int = 0, media_id: int | None = None) -> Said:
    account = await county.account(GUILAN)
    kind = PieceKind.VOICE if media_id else PieceKind.TEXT
    return Said(BOT, GUILAN, message_id, account, county.hands.now, kind, revision, text, media_id=media_id)


async def test_an_account_has_one_open_draft(settled: Settled) -> None:
    county, cast = settled
    guilan = await county.account(GUILAN)
    draft = await drafts.add_draft(county.session, guilan, cast.household, county.hands.now)
    assert await drafts.find_open_draft(county.session, guilan) is draft
    with pytest.raises(IntegrityError):
        await drafts.add_draft(county.session, guilan, cast.household, county.hands.now)
    await county.session.rollback()


async def test_a_draft_is_found_by_its_own_account_only(settled: Settled) -> None:
    county, cast = settled
    guilan, dayong = await county.account(GUILAN), await county.account(DAYONG)
    draft = await drafts.add_draft(county.session, guilan, cast.household, county.hands.now)
    assert await drafts.find_draft(county.session, guilan, draft.id) is draft
    assert await drafts.find_draft(county.session, dayong, draft.id) is None


async def test_a_draft_waits_for_its_quiet_time_and_one_in_doubt_for_ever(settled: Settled) -> None:
    county, cast = settled
    start = county.hands.now
    draft = await drafts.add_draft(county.session, await county.account(GUILAN), cast.household, start)
    in_doubt = await drafts.add_draft(county.session, await county.account(DAYONG), cast.household, start)
    await drafts.record_draft_quiet_until(county.session, draft, start + timedelta(minutes=3))
    assert await drafts.list_quiet_drafts(county.session, start + timedelta(seconds=179), 10) == []
    assert await drafts.list_quiet_drafts(county.session, start + timedelta(minutes=3), 10) == [draft]
    await drafts.record_draft_settled(county.session, draft, DraftState.FILED, start)
    assert await drafts.list_quiet_drafts(county.session, start + timedelta(days=3), 10) == []
    await drafts.record_draft_choice(county.session, in_doubt, unseen_by_cadre=True)
    await drafts.record_draft_choice(county.session, in_doubt, private=False)
    assert in_doubt.choices == {"unseen_by_cadre": True, "private": False}


async def test_what_a_stranger_says_is_kept_for_a_while_and_opens_when_they_link(settled: Settled) -> None:
    county, cast = settled
    stranger, start = await county.account(9001), county.hands.now
    kept = await drafts.add_kept_draft(county.session, stranger, start + timedelta(days=7), start)
    assert await drafts.find_kept_draft(county.session, stranger, start + timedelta(days=6)) is kept
    assert await drafts.find_kept_draft(county.session, stranger, start + timedelta(days=7)) is None
    assert await drafts.list_expired_drafts(county.session, start + timedelta(days=7), 10) == [kept]
    await drafts.record_draft_offered(county.session, kept, cast.household)
    assert await drafts.find_open_draft(county.session, stranger) is kept
    assert await drafts.list_expired_drafts(county.session, start + timedelta(days=7), 10) == []


async def test_a_message_that_comes_twice_is_one_piece_and_an_edit_is_what_counts(settled: Settled) -> None:
    county, cast = settled
    draft = await drafts.add_draft(county.session, await county.account(GUILAN), cast.household, county.hands.now)
    to = Belongs(draft_id=draft.id)
    assert await pieces.add_piece(county.session, await _said(county, 11, "低保停了"), to)
    assert not await pieces.add_piece(county.session, await _said(county, 11, "低保停了"), to)
    county.hands.move(timedelta(seconds=5))
    await pieces.add_piece(county.session, await _said(county, 12, "等到啥时候"), to)
    edit = await _said(county, 11, "俺娘低保停了", revision=int(county.hands.now.timestamp()))
    await pieces.add_piece(county.session, edit, to)
    found = await pieces.list_draft_pieces(county.session, draft)
    assert {piece.text for piece in found} == {"俺娘低保停了", "等到啥时候"}
    now = await pieces.find_piece(county.session, BOT, GUILAN, 11)
    assert now is not None
    assert now.text == "俺娘低保停了"


async def test_pieces_go_from_the_draft_into_the_appeal_and_some_of_them_into_another(settled: Settled) -> None:
    county, cast = settled
    draft = await drafts.add_draft(county.session, await county.account(GUILAN), cast.household, county.hands.now)
    for message_id, text in ((11, "低保停了"), (12, "路灯也不亮")):
        await pieces.add_piece(county.session, await _said(county, message_id, text), Belongs(draft_id=draft.id))
    subsidy, lamp = await file(county, cast), await file(county, cast)
    second = await pieces.find_piece(county.session, BOT, GUILAN, 12)
    assert second is not None
    await pieces.record_pieces_filed(county.session, draft, lamp.id, only=[second.id])
    await pieces.record_pieces_filed(county.session, draft, subsidy.id)
    for appeal, text in ((subsidy, "低保停了"), (lamp, "路灯也不亮")):
        view = await access_appeal(county.session, await county.viewer(CADRE), appeal.id)
        assert [piece.text for piece in await pieces.list_appeal_pieces(county.session, view)] == [text]


async def test_a_piece_can_be_moved_with_all_its_edits(settled: Settled) -> None:
    county, cast = settled
    one, two = await file(county, cast), await file(county, cast)
    for revision, text in ((0, "路"), (5, "路灯")):
        await pieces.add_piece(county.session, await _said(county, 11, text, revision), Belongs(appeal_id=one.id))
    piece = await pieces.find_piece(county.session, BOT, GUILAN, 11)
    assert piece is not None
    await pieces.record_piece_moved(county.session, piece, Belongs(appeal_id=two.id))
    viewer = await county.viewer(GUILAN)
    for appeal, texts in ((one, []), (two, ["路灯"])):
        view = await access_appeal(county.session, viewer, appeal.id)
        assert [piece.text for piece in await pieces.list_appeal_pieces(county.session, view)] == texts


async def test_media_is_fetched_again_after_a_failure_until_it_is_kept_or_gone(settled: Settled) -> None:
    county, _ = settled
    start = county.hands.now
    voice, photo = [await media.add_media(county.session, VOICE, start) for _ in range(2)]
    assert await media.list_waiting_media(county.session, BOT, start, 10) == [voice, photo]
    await media.record_media_fetching(county.session, voice, start + timedelta(minutes=1))
    assert await media.list_waiting_media(county.session, BOT, start, 10) == [photo]
    await media.record_media_failed(county.session, photo.id, "file is too big", None)
    await media.record_media_kept(county.session, voice.id, "ab/cd.ogg", 19_998, "audio/ogg")
    assert await media.list_waiting_media(county.session, BOT, start + timedelta(days=1), 10) == []
    assert (voice.state, voice.path, voice.attempts) == (MediaState.KEPT, "ab/cd.ogg", 1)
    assert (photo.state, photo.error) == (MediaState.GONE, "file is too big")


async def test_a_file_is_given_only_with_the_appeal_it_belongs_to(settled: Settled) -> None:
    county, cast = settled
    appeal, other = await file(county, cast, is_private=True), await file(county, cast)
    voice = await media.add_media(county.session, VOICE, county.hands.now)
    said = await _said(county, 11, "", media_id=voice.id)
    await pieces.add_piece(county.session, said, Belongs(appeal_id=appeal.id))
    for user_id in (GUILAN, CADRE):
        view = await access_appeal(county.session, await county.viewer(user_id), appeal.id)
        assert await media.access_media(county.session, view, voice.id) is voice
    wrong = await access_appeal(county.session, await county.viewer(CADRE), other.id)
    with pytest.raises(NotYours):
        await media.access_media(county.session, wrong, voice.id)


async def test_a_chat_has_one_open_question_until_it_expires(settled: Settled) -> None:
    county, _ = settled
    session, start = county.session, county.hands.now
    until = start + timedelta(minutes=30)
    await questions.record_question(session, BOT, GUILAN, "same_matter", {"appeal": 1}, until, start)
    await questions.record_question(session, BOT, GUILAN, "what_is_missing", {"appeal": 2}, until, start)
    question = await questions.find_open_question(session, BOT, GUILAN, start + timedelta(minutes=29))
    assert question is not None
    assert (question.kind, question.data) == ("what_is_missing", {"appeal": 2})
    assert await questions.find_open_question(session, BOT, DAYONG, start) is None
    assert await questions.find_open_question(session, BOT, GUILAN, until) is None
    await questions.record_question_closed(session, BOT, GUILAN)
    assert await questions.find_open_question(session, BOT, GUILAN, start) is None
