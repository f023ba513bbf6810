"""What becomes of an entry before it stands on the wall, and by whose word."""

from bot.rules.buttons import Button
from bot.rules.errors import AlreadySo, NotYours
from bot.rules.numbers import number_for_officials
from bot.rules.wall import EchoForm, goes_up_agreed_at, goes_up_at
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.ask import ask
from bot.usecases.preview_echo import entry_form, tell_household
from bot.usecases.redacted import redacted
from bot.usecases.turn import Toast, Turn
from storage.access import access_appeal_by_the_clock
from storage.answers import find_last_answer
from storage.echoes import access_echo, record_echo_agreed, record_echo_rewritten, record_echo_withheld
from storage.grids import list_leads
from storage.members import list_households_of_account
from storage.models import Answer, Appeal, Echo
from storage.officials import list_accounts_of_official
from storage.public import is_public


async def agree_to_echo(turn: Turn, echo_id: int) -> Toast:
    """好: by anybody of the household; what they have said yes to may stand in full."""
    echo, appeal = await _of_own_household(turn, echo_id)
    answer = await _answer(turn, echo)
    form = await entry_form(turn, appeal, said_yes=True)
    words, reply = await redacted(turn, appeal, answer)
    if form is EchoForm.FULL and not echo.words:
        await record_echo_rewritten(turn.session, echo, form, words, reply, echo.shows_at, turn.now)
    shows_at = goes_up_agreed_at(echo.shows_at, turn.now, turn.policy.wall)
    if not await record_echo_agreed(turn.session, echo, shows_at, turn.now):
        raise AlreadySo
    return Toast("echo-agreed")


async def refuse_echo(turn: Turn, echo_id: int) -> Toast:
    """别写我家的事."""
    echo, _ = await _of_own_household(turn, echo_id)
    if not await record_echo_withheld(turn.session, echo, turn.now):
        raise AlreadySo
    return Toast("echo-refused")


async def ask_for_rewording(turn: Turn, echo_id: int) -> Toast:
    """改我的话: the official's next words take the place of theirs on the wall."""
    echo, appeal = await _of_own_answer(turn, echo_id)
    await ask(turn, "reword", {"echo": echo.id})
    await turn.answer("reword-asked", about=appeal.id)
    return Toast("reword-toast")


async def reword_echo(turn: Turn, echo_id: int, text: str) -> None:
    """The household reads it anew, with a day of its own."""
    echo, appeal = await _of_own_answer(turn, echo_id)
    words, reply = await redacted(turn, appeal, await _answer(turn, echo), reply=text)
    is_full = echo.form == EchoForm.FULL
    kept = (words, reply) if is_full else ("", "")
    shows_at = goes_up_at(turn.now, turn.policy.wall)
    if not await record_echo_rewritten(turn.session, echo, EchoForm(echo.form), *kept, shows_at, turn.now):
        raise AlreadySo
    await tell_household(turn, appeal, echo, words, reply)
    await turn.answer("reworded", about=appeal.id)


async def leave_echo(turn: Turn, echo_id: int) -> Toast:
    """可以."""
    await _of_own_answer(turn, echo_id)
    return Toast("echo-left")


async def advise_against_echo(turn: Turn, echo_id: int) -> Toast:
    """建议不上墙: the village's first lead decides, and without a word of theirs it goes up."""
    echo, appeal = await _of_own_answer(turn, echo_id)
    words, _ = await redacted(turn, appeal, await _answer(turn, echo))
    buttons = [Button("echo-keep-off", "echo_keep_off", echo.id), Button("echo-let-up", "echo_let_up", echo.id)]
    number = number_for_officials(appeal.series, appeal.number)
    # Not about the appeal itself, which this lead may never have had in hand: only its entry is shown.
    for account in await list_accounts_of_official(turn.session, await _deciding_lead(turn, echo)):
        await turn.tell(account, "echo-for-lead", buttons=buttons, number=number, words=words)
    return Toast("echo-advised")


async def decide_echo(turn: Turn, echo_id: int, *, keep_off: bool) -> Toast:
    """The lead's tap."""
    echo, _ = await _of_public(turn, echo_id)
    if (await acting_official(turn)).id != await _deciding_lead(turn, echo):
        raise NotYours
    if keep_off and not await record_echo_withheld(turn.session, echo, turn.now):
        raise AlreadySo
    return Toast("echo-kept-off" if keep_off else "echo-left")


async def _deciding_lead(turn: Turn, echo: Echo) -> int:
    return (await list_leads(turn.session, echo.grid_id))[0].id


async def _of_own_household(turn: Turn, echo_id: int) -> tuple[Echo, Appeal]:
    echo, appeal = await _of_public(turn, echo_id)
    homes = await list_households_of_account(turn.session, (await acting_account(turn)).id)
    if appeal.household_id not in {home.id for home in homes}:
        raise NotYours
    return echo, appeal


async def _of_own_answer(turn: Turn, echo_id: int) -> tuple[Echo, Appeal]:
    echo, appeal = await _of_public(turn, echo_id)
    if (await _answer(turn, echo)).official_id != (await acting_official(turn)).id:
        raise NotYours
    return echo, appeal


async def _of_public(turn: Turn, echo_id: int) -> tuple[Echo, Appeal]:
    """Raises NotYours, also where its appeal was made private since, or complains of an official."""
    echo = await access_echo(turn.session, echo_id)
    if echo is None:
        raise NotYours
    appeal = await access_appeal_by_the_clock(turn.session, echo.appeal_id)
    if not await is_public(turn.session, appeal):
        raise NotYours
    return echo, appeal


async def _answer(turn: Turn, echo: Echo) -> Answer:
    answer = await find_last_answer(turn.session, echo.appeal_id)
    if answer is None:
        raise NotYours
    return answer
