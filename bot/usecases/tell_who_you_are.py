"""The walking skeleton's only matter: to tell a person who they are, and what was read in their words."""

from bot.rules.errors import NotUnderstood
from bot.usecases.turn import Turn
from nlp.reading import read
from storage.accounts import record_seen


async def tell_who_you_are(turn: Turn, words: str | None) -> None:
    """Raises NotUnderstood where the message has no words."""
    who = turn.who
    await record_seen(turn.session, who.bot_id, who.user_id, who.chat_id, turn.now)
    if words is None:
        raise NotUnderstood
    await turn.answer("who-you-are", name=who.name, id=who.user_id, keywords=list(read(words).keywords))
