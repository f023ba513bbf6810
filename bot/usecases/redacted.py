"""What both sides said, as the village may read it."""

from bot.rules.clauses import opening_of
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from nlp.redact import redact
from storage.households import access_household
from storage.members import list_members
from storage.models import Answer, Appeal
from storage.names import list_names_of_village
from storage.officials import access_official
from storage.pieces import find_appeal_words

_LONGEST = 120


async def redacted(
    turn: Turn | Tick, appeal: Appeal, answer: Answer, *, reply: str | None = None, longest: int = _LONGEST
) -> tuple[str, str]:
    """Their own words, without what leads to a person, cut at a clause. `reply`: instead of the answer's."""
    household = await access_household(turn.session, appeal.household_id)
    official = await access_official(turn.session, answer.official_id)
    members = await list_members(turn.session, appeal.household_id)
    names = {household.head, official.name, *(member.name for member in members)}
    others = await list_names_of_village(turn.session, appeal.grid_id)
    said = await find_appeal_words(turn.session, appeal.id)
    words, answered = (
        opening_of(" ".join(redact(text, names, others).text.split("\n")), longest)
        for text in (said or appeal.title, reply or answer.text)
    )
    return words, answered
