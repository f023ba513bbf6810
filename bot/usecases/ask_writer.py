"""请人替我写: somebody who answers for the household is asked to phone or visit, and to write it down."""

from dataclasses import replace
from typing import Any

from bot.rules.buttons import Button
from bot.rules.calendar import day_of
from bot.rules.escalation import Complaint, first_holder
from bot.rules.levels import Level
from bot.usecases.file import find_world
from bot.usecases.people_of import say_holder, say_home
from bot.usecases.turn import Toast, Turn
from bot.usecases.villager import access_speaker
from storage.barred import find_barred_by_author
from storage.officials import access_official, list_accounts_of_official


async def ask_writer(turn: Turn) -> Toast:
    """The contact cadre; the next lead, where an appeal of theirs keeps the cadre out. Once a day. Raises NotYours."""
    villager = await access_speaker(turn, None)
    barred = await find_barred_by_author(turn.session, villager.account.id)
    holder = first_holder((await find_world(turn, villager)).ladder, Complaint.UNSEEN, barred)
    official = await access_official(turn.session, holder.official) if holder.official else None
    phones = await list_accounts_of_official(turn.session, official.id) if official else []
    today = replace(turn, occasion=f"writer-{villager.household.id}-{day_of(turn.now):%Y%m%d}")
    write = [Button("button-write-for-them", "write_for_them", villager.household.id)]
    buttons = write if holder.level <= Level.VILLAGE else []  # whoever stands higher writes for no household
    data: dict[str, Any] = {"home": say_home(villager.household), "phone": villager.household.phone or "none"}
    for phone in phones:
        await today.tell(phone, "asked-to-write", buttons=buttons, **data)
    number = official.phone if official and official.phone else turn.policy.office.phone
    wording = "writer-asked" if phones else "writer-to-call"
    await turn.answer(wording, phone=number, **await say_holder(turn, holder))
    return Toast("whose-toast")
