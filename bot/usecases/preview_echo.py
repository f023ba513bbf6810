"""Before an answered appeal goes on the wall, household and official read it as it will stand there."""

from typing import Any

from bot.rules.buttons import Button
from bot.rules.lifecycle import Outcome
from bot.rules.numbers import number_for_villagers
from bot.rules.wall import EchoForm, form_of, goes_up_at
from bot.usecases.people_of import tell_official
from bot.usecases.redacted import redacted
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from storage.answers import find_last_answer
from storage.echoes import NewEcho, add_echo, count_households_on_wall, find_echo
from storage.members import list_accounts_of_household
from storage.models import Appeal, Echo
from storage.public import is_public


async def preview_echo(turn: Turn | Tick, appeal: Appeal) -> None:
    """Once for each appeal; never for one that is not public."""
    answer = await find_last_answer(turn.session, appeal.id)
    is_hidden = not await is_public(turn.session, appeal)
    if is_hidden or answer is None or answer.outcome is None or await find_echo(turn.session, appeal.id):
        return
    words, reply = await redacted(turn, appeal, answer)
    echo = await add_echo(turn.session, await _entry(turn, appeal, Outcome(answer.outcome), words, reply), turn.now)
    await tell_household(turn, appeal, echo, words, reply)
    data = {"words": words, **said_reply(reply)}
    await tell_official(turn, answer.official_id, appeal, "echo-for-official", data, _for_official(echo))


async def tell_household(turn: Turn | Tick, appeal: Appeal, echo: Echo, words: str, reply: str) -> None:
    buttons = [Button("echo-yes", "echo_yes", echo.id), Button("echo-no", "echo_no", echo.id)]
    number = number_for_villagers(appeal.series, appeal.number)
    for account in await list_accounts_of_household(turn.session, appeal.household_id):
        await turn.tell(
            account,
            "echo-for-household",
            buttons=buttons,
            about=appeal.id,
            number=number,
            words=words,
            **said_reply(reply),
        )


async def _entry(turn: Turn | Tick, appeal: Appeal, outcome: Outcome, words: str, reply: str) -> NewEcho:
    form = await entry_form(turn, appeal, said_yes=False)
    is_full = form is EchoForm.FULL
    return NewEcho(
        appeal_id=appeal.id,
        grid_id=appeal.grid_id,
        form=form,
        category=appeal.category,
        outcome=outcome,
        words=words if is_full else "",
        answer=reply if is_full else "",
        shows_at=goes_up_at(turn.now, turn.policy.wall),
    )


async def entry_form(turn: Turn | Tick, appeal: Appeal, *, said_yes: bool) -> EchoForm:
    category = turn.policy.categories.get(appeal.category)
    households = await count_households_on_wall(turn.session, appeal.grid_id, appeal.category, turn.now)
    is_personal = category is None or category.is_personal
    return form_of(turn.policy.wall, is_personal=is_personal, said_yes=said_yes, households_this_year=households)


def said_reply(reply: str) -> dict[str, Any]:
    """A reply by voice or photo alone has no words; what it showed stays between the two."""
    return {"form": "words" if reply else "files", "reply": reply}


def _for_official(echo: Echo) -> list[Button]:
    return [
        Button("echo-fine", "echo_fine", echo.id),
        Button("echo-reword", "echo_reword", echo.id),
        Button("echo-advise-off", "echo_off", echo.id),
    ]
