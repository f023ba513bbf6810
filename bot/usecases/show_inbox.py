"""An official's open appeals, the most pressing first."""

from bot.rules.buttons import Button
from bot.rules.errors import NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.charge import list_charge_of_lead
from bot.usecases.open_meeting import meeting_buttons
from bot.usecases.turn import Toast, Turn
from storage.access import access_appeal
from storage.appeal_lists import list_inbox
from storage.coverage import count_unassigned, find_answering_leads
from storage.households import list_unassigned_households, list_unlinked_households
from storage.viewers import find_viewer

_SHOWN = 8
_READ = 100


async def show_inbox(turn: Turn) -> Toast:
    """Raises NotYours for whoever is no official."""
    await acting_official(turn)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    views = await list_inbox(turn.session, viewer, _READ)
    buttons = [
        Button(
            "inbox-entry",
            "open_card",
            view.appeal.id,
            data={
                "number": number_for_officials(view.appeal.series, view.appeal.number),
                "category": turn.policy.categories[view.appeal.category].name,
            },
        )
        for view in views[:_SHOWN]
    ]
    buttons += await meeting_buttons(turn)
    if await list_charge_of_lead(turn):
        buttons.append(Button("handover", "handover"))
    await turn.answer("inbox" if views else "inbox-empty", buttons=buttons, count=len(views))
    return Toast("inbox-toast")


async def open_card(turn: Turn, appeal_id: int) -> Toast:
    """Raises NotYours for whom it is not."""
    await acting_official(turn)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    view = await access_appeal(turn.session, viewer, appeal_id)
    await turn.show_card(view.appeal.id, await acting_account(turn))
    return Toast("inbox-toast")


async def show_unlinked(turn: Turn) -> Toast:
    """The own households that nobody speaks for yet."""
    official = await acting_official(turn)
    homes = await list_unlinked_households(turn.session, official.id)
    listed = [f"{home.head}({home.address})" for home in homes[:_READ]]
    await turn.answer("unlinked" if homes else "unlinked-none", homes=listed)
    return Toast("inbox-toast")


async def show_unassigned(turn: Turn) -> Toast:
    """Households without a cadre that are theirs. Raises NotYours for whoever leads no grid."""
    official = await acting_official(turn)
    if not await list_charge_of_lead(turn):
        raise NotYours
    answering = await find_answering_leads(turn.session, await count_unassigned(turn.session))
    villages = [village for village, leads in answering.items() if official.id in leads]
    homes = [home for village in villages for home in await list_unassigned_households(turn.session, village)]
    listed = [f"{home.head}({home.address})" for home in homes[:_READ]]
    await turn.answer("unassigned" if homes else "unassigned-none", homes=listed, count=len(homes))
    return Toast("inbox-toast")
