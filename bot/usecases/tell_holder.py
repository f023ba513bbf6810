"""Those who hold an appeal hear that something was said or asked, and its card shows it."""

from bot.rules.numbers import number_for_officials
from bot.usecases.people_of import list_phones, show_on
from bot.usecases.turn import Turn
from storage.access import find_holding_officials
from storage.models import Appeal


async def tell_holder(turn: Turn, appeal: Appeal, wording: str) -> None:
    """Before the first card has left there is nobody to tell: it will show all of it."""
    number = number_for_officials(appeal.series, appeal.number)
    phones = await list_phones(turn, await find_holding_officials(turn.session, appeal))
    await show_on(turn, appeal, phones, not_before=appeal.card_not_before)
    if turn.now >= appeal.card_not_before:
        for account in phones:
            await turn.tell(account, wording, about=appeal.id, number=number)
