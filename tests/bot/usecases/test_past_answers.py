"""How like matters were answered before: which are offered, in whose words, as a draft, and until when."""

from datetime import timedelta

from sqlalchemy import select

from bot.rules.lifecycle import Status
from bot.usecases.ask_silent_authors import ask_silent_authors
from storage.models import Answer, Appeal, Grid, Letter, LetterKind, LetterState
from tests.bot.usecases.village import Village
from tests.handlers.scenes import MEDICINE, SHORTAGE, SUBSIDY, told_by
from tests.storage.county import CADRE, GUILAN, OFFICE, VILLAGE_LEAD, XIUYING

THIRD, FOURTH, FIFTH = 1004, 1005, 1006
LIKE_THESE = (
    "卫生室常用药没有,感冒药都要到镇上买",
    "卫生室没药,买个感冒药还得跑镇上",
    "村卫生室常用药都没有,感冒药得上镇上买",
)
ANSWER = "药下周到,干部2001给户主1家送去"


async def _last_appeal(village: Village) -> Appeal:
    query = select(Appeal).order_by(Appeal.id.desc()).limit(1).execution_options(populate_existing=True)
    return (await village.county.session.scalars(query)).one()


async def _says(village: Village, user: int, words: str) -> Appeal:
    await told_by(village, user, words)
    return await _last_appeal(village)


async def _answers(village: Village, appeal: Appeal, words: str = ANSWER, by: int = CADRE) -> None:
    await village.says(by, words, reply_to=await village.card(by, appeal))
    await village.taps_last(by, "outcome-solved")


async def _households(village: Village, *members: int) -> None:
    grid = (await village.county.session.scalars(select(Grid).where(Grid.code == "V"))).one()
    for member in members:
        await village.county.household(str(member), grid, village.cast.officials[CADRE], member)


async def _answered(village: Village, user: int = GUILAN, words: str = MEDICINE, reply: str = ANSWER) -> Appeal:
    appeal = await _says(village, user, words)
    await _answers(village, appeal, reply)
    return appeal


async def _labels(village: Village, appeal: Appeal, by: int = CADRE) -> list[str]:
    await village.taps(by, "cadre_more", appeal.id, appeal.epoch)
    return [button["label"] for button in await village.buttons(by)]


async def _offered(village: Village, appeal: Appeal, by: int = CADRE) -> list[Letter]:
    """The letters that tell of past answers, of this tap alone."""
    before = {letter.id for letter in await village.letters(by)}
    await village.taps(by, "show_past", appeal.id)
    return [letter for letter in await village.letters(by) if letter.id not in before]


async def test_a_past_answer_is_shown_redacted_and_becomes_a_draft_that_nothing_sends(village: Village) -> None:
    await _answered(village)
    await village.taps_last(GUILAN, "verdict-solved")
    await _says(village, XIUYING, SUBSIDY)
    assert "more-past" not in await _labels(village, await _last_appeal(village))
    mine = await _says(village, XIUYING, SHORTAGE)
    assert "more-past" in await _labels(village, mine)
    (letter,) = await _offered(village, mine)
    assert (letter.wording, letter.data["outcome"], letter.data["verdict"]) == ("past-answer", "solved", "solved")
    assert (letter.data["village"], "常用药" in letter.data["words"]) == ("磨石沟", True)
    assert "药下周到" in letter.data["reply"]
    assert not {"干部2001", "户主1"} & {name for name in ("干部2001", "户主1") if name in str(letter.data)}
    await village.taps_last(CADRE, "past-use")
    draft = await village.last(CADRE)
    assert (draft.wording, draft.data["reply"]) == ("past-draft", letter.data["reply"])
    session = village.county.session
    own = select(Answer).where(Answer.appeal_id == mine.id)
    assert (await session.scalars(own)).all() == []
    await village.taps_last(CADRE, "past-say")
    assert await village.taps_last(CADRE, "past-say") == "already-so"
    (answer,) = await session.scalars(own)
    assert (answer.text, answer.sent_at) == (letter.data["reply"], None)
    await village.taps_last(CADRE, "outcome-solved")
    assert (await village.last(XIUYING)).data["words"] == letter.data["reply"]


async def test_the_draft_is_altered_by_replying_to_it(village: Village) -> None:
    await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    await _offered(village, mine)
    await village.taps_last(CADRE, "past-use")
    await village.says(CADRE, "药下周三到", reply_to=await village.card(CADRE, mine))
    await village.taps_last(CADRE, "outcome-solved")
    assert (await village.last(XIUYING)).data["words"] == "药下周三到"


async def test_solved_comes_first_and_not_solved_last_and_three_are_enough(village: Village) -> None:
    await _households(village, THIRD, FOURTH, FIFTH)
    await _answered(village, GUILAN, MEDICINE, "没办法")
    await village.taps_last(GUILAN, "verdict-not-solved")
    await _answered(village, THIRD, LIKE_THESE[0], "问过了")
    await _answered(village, FOURTH, LIKE_THESE[1], "药到了")
    await village.taps_last(FOURTH, "verdict-solved")
    mine = await _says(village, XIUYING, SHORTAGE)
    verdicts = [letter.data["verdict"] for letter in await _offered(village, mine)]
    assert verdicts == ["solved", "none"]  # what was not solved is open again, and no answer to go by
    await _answered(village, FIFTH, LIKE_THESE[2], "药月底到")
    await village.taps_last(FIFTH, "verdict-half")
    assert [letter.data["verdict"] for letter in await _offered(village, mine)] == ["solved", "none"]


async def test_what_is_private_barred_or_kept_off_the_wall_is_never_offered(village: Village) -> None:
    first = await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    session = village.county.session
    for user, verb in ((GUILAN, "make_private"), (GUILAN, "accuse_filed")):
        async with session.begin_nested() as undone:
            await village.taps(user, verb, first.id)
            assert await _offered(village, mine) == []
            await undone.rollback()
        for appeal in (first, mine):
            await session.refresh(appeal)
    await ask_silent_authors(village.later(days=3))
    assert len(await _offered(village, mine)) == 1
    await village.taps_last(GUILAN, "echo-no")
    assert await _offered(village, mine) == []
    assert await village.taps(CADRE, "show_past", mine.id) == "past-toast"


async def test_of_peoples_own_affairs_only_whoever_read_them_is_offered_them(village: Village) -> None:
    first = await _answered(village, GUILAN, SUBSIDY, "材料补了,下月恢复")
    mine = await _says(village, XIUYING, SUBSIDY)
    assert len(await _offered(village, mine)) == 1
    await village.taps(CADRE, "escalate", mine.id, mine.epoch)
    assert first.status == Status.ANSWERED
    assert await _offered(village, mine, by=VILLAGE_LEAD) == []


async def test_a_private_matter_is_not_told_by_what_is_like_it(village: Village) -> None:
    await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    await village.taps(XIUYING, "make_private", mine.id)
    assert {"more-past", "more-put-in"} & set(await _labels(village, mine)) == set()
    assert await village.taps(CADRE, "show_past", mine.id) == "kept-apart"


async def test_out_of_date_it_is_offered_to_nobody_until_the_same_official_takes_that_back(village: Village) -> None:
    await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    await _offered(village, mine)
    await village.taps_last(CADRE, "past-mark-stale")
    lifting = await village.button(CADRE, "past-lift")
    assert await _offered(village, mine) == []
    assert await village.taps_last(CADRE, "past-use") == "stale"
    assert await village.taps(OFFICE, "past_good", lifting["id"]) == "not-yours"
    await village.taps_last(CADRE, "past-lift")
    assert await village.taps_last(CADRE, "past-lift") == "already-so"
    assert len(await _offered(village, mine)) == 1


async def test_one_answer_to_all_is_one_past_answer(village: Village) -> None:
    await _households(village, THIRD)
    first = await _says(village, GUILAN, MEDICINE)
    await _says(village, THIRD, LIKE_THESE[0])
    await village.taps_last(THIRD, "button-join")
    await _answers(village, first)
    await village.taps_last(CADRE, "button-together")
    mine = await _says(village, XIUYING, SHORTAGE)
    assert len(await _offered(village, mine)) == 1
    await village.taps_last(CADRE, "past-mark-stale")
    assert await _offered(village, mine) == []


async def test_a_docket_shows_the_same_past_answer_and_none_that_is_out_of_date(village: Village) -> None:
    await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    await _offered(village, mine)
    await village.taps_last(CADRE, "past-mark-stale")
    await village.taps(CADRE, "escalate", mine.id, mine.epoch)
    await village.says(VILLAGE_LEAD, "研判会")
    await village.taps_last(VILLAGE_LEAD, "study-item")
    assert (await village.last(VILLAGE_LEAD)).data["reply"] == "none"
    await village.taps_last(CADRE, "past-lift")
    await village.taps_last(VILLAGE_LEAD, "study-item")
    assert "药下周到" in (await village.last(VILLAGE_LEAD)).data["reply"]


async def test_what_was_answered_too_long_ago_is_forgotten(village: Village) -> None:
    await _answered(village)
    await village.taps_last(GUILAN, "verdict-solved")
    village.county.hands.move(village.policy.answers.remembered + timedelta(days=1))
    assert await _offered(village, await _says(village, XIUYING, SHORTAGE)) == []


async def test_what_becomes_private_goes_from_the_phones_on_which_it_was_an_example(village: Village) -> None:
    past = await _answered(village)
    mine = await _says(village, XIUYING, SHORTAGE)
    (shown,) = await _offered(village, mine)
    await village.taps_last(CADRE, "past-use")
    shown.message_id, shown.state = 70, LetterState.SENT
    await village.county.session.flush()
    await village.taps(GUILAN, "make_private", past.id)
    query = select(Letter).where(Letter.kind == LetterKind.TAKE_BACK)
    (order,) = await village.county.session.scalars(query)
    assert (order.chat_id, order.data) == (CADRE, {"message_id": 70, "stub": "past-withdrawn"})
    draft = await village.last(CADRE)
    assert (draft.wording, draft.state) == ("past-draft", LetterState.SUPPRESSED), "it had not left yet"
