"""An official's open appeals, the most pressing first; the head of a unit sees what its officers hold by name, too."""

from datetime import datetime

from bot.rules.buttons import Button
from bot.rules.errors import NotYours
from bot.rules.numbers import number_for_officials
from bot.usecases.acting import acting_account, acting_official
from bot.usecases.charge import list_charge_of_lead
from bot.usecases.open_meeting import meeting_buttons
from bot.usecases.turn import Toast, Turn, kept_data
from storage.access import access_appeal
from storage.appeal_lists import list_inbox, list_named_in_unit
from storage.commitments import find_promised
from storage.coverage import count_unassigned, find_answering_leads
from storage.households import list_unassigned_households, list_unlinked_households
from storage.models import Appeal
from storage.officials import access_official
from storage.viewers import find_viewer

_SHOWN = 8
_READ = 100


async def show_inbox(turn: Turn) -> Toast:
    """Raises NotYours for whoever is no official."""
    await acting_official(turn)
    viewer = await find_viewer(turn.session, turn.who.bot_id, turn.who.user_id)
    own = await list_inbox(turn.session, viewer, _READ)
    of_unit = await list_named_in_unit(turn.session, viewer, _READ)
    views = [*own, *of_unit]
    promised = await find_promised(turn.session, [view.appeal.id for view in views])
    views.sort(key=lambda view: _pressing(view.appeal, promised.get(view.appeal.id)))
    buttons = [await _entry(turn, view.appeal, promised.get(view.appeal.id)) for view in views[:_SHOWN]]
    buttons += await meeting_buttons(turn)
    if await list_charge_of_lead(turn):
        buttons.append(Button("handover", "handover"))
    await turn.answer("inbox" if views else "inbox-empty", buttons=buttons, count=len(own), of_unit=len(of_unit))
    return Toast("inbox-toast")


def _pressing(appeal: Appeal, promised: datetime | None) -> tuple[datetime, int]:
    """What is open has a due time; what was promised comes first where it is sooner."""
    moments = [moment for moment in (appeal.due_at, promised) if moment is not None]
    return min(moments), appeal.id


async def _entry(turn: Turn, appeal: Appeal, promised: datetime | None) -> Button:
    named = appeal.holder_unit_id is not None and appeal.holder_official_id is not None
    data: dict[str, object] = {
        "number": number_for_officials(appeal.series, appeal.number),
        "category": turn.policy.categories[appeal.category].name,
        "who": (await access_official(turn.session, appeal.holder_official_id or 0)).name if named else "none",
    }
    if promised is None:
        return Button("inbox-entry", "open_card", appeal.id, data=data)
    return Button("inbox-entry-promised", "open_card", appeal.id, data=kept_data(data | {"due": promised}))


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
