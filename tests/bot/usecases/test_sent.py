"""Whatever a phone can send: kept, asked about, or honestly not understood."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.rules.lifecycle import Status
from storage.drafts import find_open_draft
from storage.grids import find_unit
from storage.models import Answer, Draft, Media, Piece, PieceKind
from storage.pieces import list_draft_pieces
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, DAYONG, GUILAN, VILLAGE_LEAD

TROUBLE = "俺娘八十了瘫床上 低保给停了"
PLACE = {"latitude": 35.79, "longitude": 118.63}


def _file(**more: Any) -> dict[str, Any]:
    return {"file_id": "AgAD", "file_unique_id": "u1", "file_size": 9} | more


PHOTO = {"photo": [_file(width=1, height=1), _file(file_id="AgAE", width=9, height=9)]}
CHOICE = {"text": "好", "voter_count": 0, "persistent_id": "1"}
POLL = {
    "id": "1",
    "question": "修不修",
    "options": [CHOICE],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
UNREADABLE: dict[str, dict[str, Any]] = {
    "sticker": {"sticker": _file(type="regular", width=9, height=9, is_animated=False, is_video=False)},
    "poll": {"poll": POLL},
    "dice": {"dice": {"emoji": "🎲", "value": 3}},
    "game": {"game": {"title": "蛇", "description": "玩", "photo": PHOTO["photo"]}},
}


@pytest.mark.parametrize("kind", UNREADABLE)
async def test_what_holds_no_words_is_honestly_not_understood(village: Village, kind: str) -> None:
    for user in (GUILAN, CADRE):
        await village.sends(user, **UNREADABLE[kind])
        assert await village.told(user) == ["cannot-read"]
    assert (await village.county.session.scalars(select(Piece))).all() == []


@pytest.mark.parametrize(
    ("content", "kind", "asked"),
    [
        ({"document": _file(file_name="a.pdf", mime_type="application/pdf")}, PieceKind.DOCUMENT, "document"),
        ({"video_note": _file(length=9, duration=3)}, PieceKind.VIDEO, "video"),
        ({"location": PLACE}, PieceKind.PLACE, "place"),
        (
            {"location": PLACE, "venue": {"location": PLACE, "title": "水井", "address": "村西"}},
            PieceKind.PLACE,
            "place",
        ),
        ({"contact": {"phone_number": "19900000101", "first_name": "王桂兰"}}, PieceKind.CONTACT, "contact"),
    ],
    ids=["document", "video note", "place", "venue", "contact"],
)
async def test_what_says_not_what_it_is_about_is_kept_and_asked_about(
    village: Village, content: dict[str, Any], kind: PieceKind, asked: str
) -> None:
    await village.sends(GUILAN, **content)
    letter = await village.last(GUILAN)
    assert (letter.wording, letter.data["what"]) == ("draft-wordless", asked)
    (piece,) = (await village.county.session.scalars(select(Piece))).all()
    assert (piece.kind, piece.draft_id is not None) == (kind, True)
    files = (await village.county.session.scalars(select(Media))).all()
    assert [file.id for file in files] == ([piece.media_id] if piece.media_id else [])


async def test_an_album_is_one_thing_said_and_answered_once(village: Village) -> None:
    captions: tuple[dict[str, Any], ...] = ({"caption": "村东头的路灯坏了半年了"}, {}, {})
    for caption in captions:
        await village.sends(GUILAN, **{"media_group_id": "7"} | PHOTO | caption)
    assert await village.told(GUILAN) == ["draft-card"]
    draft = await find_open_draft(village.county.session, await village.county.account(GUILAN))
    assert draft
    pieces = await list_draft_pieces(village.county.session, draft)
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("photo", "村东头的路灯坏了半年了"),
        ("photo", None),
        ("photo", None),
    ]
    assert {file.file_id for file in await village.county.session.scalars(select(Media))} == {"AgAE"}


async def test_an_edit_before_filing_is_what_is_handed_in(village: Village) -> None:
    said = await village.sends(GUILAN, text="俺娘的底宝停了")
    await village.edits(GUILAN, said, TROUBLE)
    assert (await village.last(GUILAN)).data["words"] == TROUBLE
    await village.taps_last(GUILAN, "button-hand-in")
    (draft,) = (await village.county.session.scalars(select(Draft))).all()
    assert draft.state == "filed"


async def test_an_edit_after_filing_tells_the_holder(village: Village) -> None:
    said = await village.sends(GUILAN, text=TROUBLE)
    await village.taps_last(GUILAN, "button-hand-in")
    village.later(minutes=2)
    await village.edits(GUILAN, said, TROUBLE + " 她叫赵桂花")
    assert await village.told(CADRE) == ["words-changed"]


async def test_an_answer_on_the_table_goes_out_as_it_was_edited(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    said = await village.sends(CADRE, text="明天去", reply_to_message={**village.message(CADRE), "message_id": card})
    await village.edits(CADRE, said, "后天去")
    await village.taps_last(CADRE, "outcome-solved")
    assert (await village.last(GUILAN)).data["words"] == "后天去"
    await village.edits(CADRE, said, "不去了")
    assert (await village.last(CADRE)).wording == "already-sent"
    (answer,) = (await village.county.session.scalars(select(Answer))).all()
    assert answer.text == "后天去"


async def test_the_author_corrects_the_category_in_a_word(village: Village) -> None:
    appeal = await village.file()
    await village.taps(GUILAN, "reclassify", appeal.id, appeal.epoch)
    await village.says(GUILAN, "修路")
    assert (await village.last(GUILAN)).wording == "category-corrected"
    await village.status(appeal)
    assert appeal.category == "roads"
    await village.taps(DAYONG, "reclassify", appeal.id, appeal.epoch)
    assert await village.told(DAYONG) == ["not-yours"]


async def test_what_turns_out_to_be_about_the_cadre_leaves_his_hands_and_his_screen(village: Village) -> None:
    unit = await find_unit(village.county.session, "JW")
    assert unit
    unit.name = "纪委监察局"
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await village.says(CADRE, "明天去", reply_to=card)
    await village.taps(GUILAN, "more", appeal.id, appeal.epoch)
    await village.taps_last(GUILAN, "button-accuse")
    assert (await village.last(GUILAN)).wording == "cadre-barred"
    assert await village.status(appeal) is Status.FILED
    assert appeal.holder_unit_id is not None
    assert await village.has_card(CADRE)  # the one that stands there is taken back by this letter
    assert await village.taps(CADRE, "accept", appeal.id, appeal.epoch) == "not-yours"
    assert await village.taps_last(CADRE, "outcome-solved") == "not-yours"
    await village.says(CADRE, "明天去", reply_to=card)
    assert "answered" not in await village.told(GUILAN)
    assert await village.taps(VILLAGE_LEAD, "open_card", appeal.id) == "not-yours"


async def test_urging_is_once_a_day_and_again_the_next(village: Village) -> None:
    appeal = await village.file()
    village.later(minutes=2)
    for _ in range(2):
        await village.taps(GUILAN, "urge", appeal.id)
    village.later(days=1)
    await village.taps(GUILAN, "urge", appeal.id)
    assert await village.told(GUILAN) == ["urged", "urged-today", "urged"]
    assert await village.told(CADRE) == ["was-urged", "was-urged"]
