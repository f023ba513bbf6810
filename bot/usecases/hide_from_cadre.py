"""别给孙干部看: asked once, whether it is about the cadre or the cadre shall only not know."""

from bot.rules.buttons import Button
from bot.rules.people import surname_of
from bot.usecases.hand_in import access_draft
from bot.usecases.turn import Turn


async def ask_why_hidden(turn: Turn, draft_id: int) -> None:
    """Raises NotYours; AlreadySo where it was filed or dropped before."""
    villager, _ = await access_draft(turn, draft_id)
    buttons = (Button("button-accuse", "accuse", draft_id), Button("button-unseen", "unseen", draft_id))
    await turn.answer("why-hidden", buttons=buttons, own=surname_of(villager.cadre_name) or "none")
