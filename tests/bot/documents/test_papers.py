"""Papers as files: over the chat, as PDF, and from the terminal."""

import io
from pathlib import Path

from pypdf import PdfReader

from bot.documents.pdf import write_pdf
from bot.documents.sheet import Part, Sheet
from storage.letters import Notice
from storage.models import LetterKind, LetterState, StudyMeeting
from tests.bot.delivery.conftest import post
from tests.bot.delivery.post import Post
from tests.bot.huiyin import huiyin
from tests.bot_api import BOT_ID
from tests.storage.county import OFFICE

__all__ = ["post"]

SHEET = Sheet(
    "研判会纪要", ["第1号"], [["序号", "措施"], ["1", "清井 #let <b>"]], [Part("县里意见", ["修\n快修"])], "办公室"
)


def _paper(document: str, **data: int | str) -> Notice:
    named = {"document": document, "grid": "磨石沟"} | data
    kind = LetterKind.DOCUMENT
    return Notice(BOT_ID, OFFICE, "study-minutes-paper", "zh-Hans", named, "30", user_id=OFFICE, kind=kind)


def test_a_pdf_holds_what_the_sheet_says_and_takes_nothing_of_it_for_markup() -> None:
    text = PdfReader(io.BytesIO(write_pdf(SHEET))).pages[0].extract_text()
    assert all(said in text for said in ("研判会纪要", "清井 #let <b>", "县里意见", "快修", "办公室"))


async def test_minutes_leave_as_a_file_that_their_letter_names(post: Post) -> None:
    async with post.county() as (county, _):
        meeting = StudyMeeting(grid_id=1, opened_at=county.hands.now)
        county.session.add(meeting)
        await county.session.flush()
    await post.add(_paper("minutes", meeting=meeting.id))
    await post.calls(1, "sendDocument")
    (given,) = post.given("sendDocument")
    assert given["document"].endswith(".docx")
    (letter,) = await post.letters()
    assert letter.state == LetterState.SENT


async def test_a_paper_that_its_reader_may_not_have_is_withheld(post: Post) -> None:
    async with post.county():
        pass
    await post.add(_paper("minutes", meeting=7))
    await post.write("31", chat=OFFICE)
    await post.calls(1)
    assert [letter.state for letter in await post.letters()] == [LetterState.SUPPRESSED, LetterState.SENT]


def test_the_terminal_says_what_waits_above_and_which_files_it_writes(tmp_path: Path) -> None:
    nothing = huiyin("forwarded", folder=tmp_path)
    assert (nothing.returncode, nothing.stdout) == (0, "Nothing waits for a higher authority.\n")
    unknown = huiyin("forwarded", "磨石沟-1", "-o", str(tmp_path / "letter.docx"), folder=tmp_path)
    assert (unknown.returncode, unknown.stderr.split(".")[0]) == (1, "No appeal 磨石沟-1 was forwarded up")
    for verb in (("forwarded", "磨石沟-1"), ("meetings", "minutes", "7")):
        ended = huiyin(*verb, "-o", str(tmp_path / "letter.txt"), folder=tmp_path)
        assert ended.returncode == 1
        assert "names no kind of paper" in ended.stderr
