"""Officials who answer by voice or photo."""

from typing import Any

from sqlalchemy import select

from bot.usecases.preview_echo import preview_echo
from storage.models import Letter, LetterKind, Media
from tests.bot.usecases.village import Village
from tests.storage.county import CADRE, GUILAN, VILLAGE_LEAD


def _file(name: str) -> dict[str, Any]:
    return {"file_id": f"id-{name}", "file_unique_id": name, "duration": 3, "width": 1, "height": 1}


async def _handed(village: Village, user: int) -> list[tuple[str, str]]:
    """Captions and file ids, in the order in which they leave."""
    letters = await village.county.session.scalars(
        select(Letter).where(Letter.chat_id == user, Letter.kind == LetterKind.FILE).order_by(Letter.id)
    )
    return [
        (letter.wording, (await village.county.session.get_one(Media, letter.data["media"])).file_id)
        for letter in letters
    ]


async def test_a_voice_is_an_answer_with_an_outcome_like_any_other(village: Village) -> None:
    appeal = await village.file("water")
    await village.sends(CADRE, reply_to=await village.card(CADRE, appeal), voice=_file("v"))
    assert await village.told(CADRE) == ["outcome-asked"]
    assert await _handed(village, GUILAN) == []
    await village.taps_last(CADRE, "outcome-solved")
    assert await _handed(village, GUILAN) == [("file-of-answer", "id-v")]
    answered = await village.last(GUILAN)
    assert (answered.wording, answered.data["form"], answered.data["words"]) == ("answered", "files", "")


async def test_photos_of_one_album_are_one_answer_and_one_question(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    for name in "ab":
        caption = {"caption": "修好了"} if name == "a" else {}
        await village.sends(CADRE, reply_to=card, photo=[_file(name)], media_group_id="1", **caption)
    assert await village.told(CADRE) == ["outcome-asked"]
    await village.taps_last(CADRE, "outcome-solved")
    assert [file_id for _, file_id in await _handed(village, GUILAN)] == ["id-a", "id-b"]
    assert (await village.last(GUILAN)).data["words"] == "修好了"


async def test_an_album_that_answers_nothing_we_know_is_asked_about_once_and_goes_along_whole(village: Village) -> None:
    await village.file()
    for name in "ab":
        await village.sends(CADRE, photo=[_file(name)], media_group_id="1")
    assert await village.told(CADRE) == ["whose-asked"]
    await village.taps_last(CADRE, "whose-number")
    await village.taps_last(CADRE, "outcome-solved")
    assert [file_id for _, file_id in await _handed(village, GUILAN)] == ["id-a", "id-b"]


async def test_a_voice_that_came_too_late_can_be_passed_on(village: Village) -> None:
    appeal = await village.file()
    card = await village.card(CADRE, appeal)
    await village.taps(CADRE, "escalate", appeal.id, appeal.epoch)
    await village.sends(CADRE, reply_to=card, voice=_file("v"))
    await village.taps_last(CADRE, "button-pass-on")
    assert (await village.last(VILLAGE_LEAD)).data["form"] == "files"
    assert await _handed(village, VILLAGE_LEAD) == [("file-of-appeal", "id-v")]
    assert await _handed(village, GUILAN) == []


async def test_before_the_wall_a_voice_is_told_as_what_it_is(village: Village) -> None:
    appeal = await village.file("water")
    await village.sends(CADRE, reply_to=await village.card(CADRE, appeal), voice=_file("v"))
    await village.taps_last(CADRE, "outcome-solved")
    await preview_echo(village.later(minutes=1), appeal)
    preview = await village.last(GUILAN)
    assert (preview.wording, preview.data["form"]) == ("echo-for-household", "files")
