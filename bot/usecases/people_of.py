"""Whom an appeal's letters go to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any

from bot.rules.buttons import Button
from bot.rules.escalation import Holder
from bot.rules.numbers import number_for_officials, number_for_villagers
from bot.rules.people import surname_of
from bot.usecases.topics_of import leave_out_readers, show_topics
from bot.usecases.turn import Post
from storage.access import find_holding_officials
from storage.accounts import access_account
from storage.deputies import list_deputies
from storage.grids import find_unit
from storage.households import access_household
from storage.letters import Priority
from storage.models import Account, Appeal, Household
from storage.officials import access_official, list_accounts_of_official

Data = Mapping[str, Any]
NO_DATA: Data = MappingProxyType({})


async def tell_author(
    post: Post,
    appeal: Appeal,
    wording: str,
    data: Data = NO_DATA,
    buttons: Sequence[Button] = (),
    priority: Priority = Priority.CARD,
) -> None:
    """A household that cannot be written to is told by whoever wrote for it: they get the words, and are asked to
    pass them on. Nobody judges there."""
    number = number_for_villagers(appeal.series, appeal.number)
    if appeal.account_id is not None:
        account = await access_account(post.session, appeal.account_id)
        await post.tell(account, wording, buttons=buttons, about=appeal.id, priority=priority, number=number, **data)
        return
    home = say_home(await access_household(post.session, appeal.household_id))
    for account in await _list_messengers(post, appeal):
        await post.tell(account, "pass-on", about=appeal.id, priority=priority, number=number, home=home)
        await post.tell(account, wording, about=appeal.id, priority=priority, number=number, **data)


async def list_phones_of_author(post: Post, appeal: Appeal) -> Sequence[Account]:
    """Theirs, else those of whoever must pass on what is said."""
    if appeal.account_id is not None:
        return [await access_account(post.session, appeal.account_id)]
    return await _list_messengers(post, appeal)


async def _list_messengers(post: Post, appeal: Appeal) -> Sequence[Account]:
    """Whoever wrote it; an official who has left is followed by whoever holds it."""
    if appeal.written_by_official_id is None:
        return [await access_account(post.session, appeal.written_by_account_id or 0)]
    phones = await list_accounts_of_official(post.session, appeal.written_by_official_id)
    if phones:
        return phones
    holding = sorted(await find_holding_officials(post.session, appeal))
    return [phone for official in holding for phone in await list_accounts_of_official(post.session, official)]


def say_home(household: Household) -> str:
    """Address and head; the catalogue says the rest."""
    return f"{household.address}{household.head}"


async def tell_official(
    post: Post, official_id: int, appeal: Appeal, wording: str, data: Data = NO_DATA, buttons: Sequence[Button] = ()
) -> None:
    number = number_for_officials(appeal.series, appeal.number)
    for account in await list_accounts_of_official(post.session, official_id):
        await post.tell(account, wording, buttons=buttons, about=appeal.id, number=number, **data)


async def show_to_holders(post: Post, appeal: Appeal) -> None:
    """The card as it stands now, to all who may act as its holder."""
    await show_to(post, appeal, await find_holding_officials(post.session, appeal))


async def show_to(post: Post, appeal: Appeal, official_ids: frozenset[int], priority: Priority = Priority.CARD) -> None:
    """To these and to whoever stands in for them."""
    await show_on(post, appeal, await list_phones(post, official_ids), priority=priority)


async def show_on(
    post: Post,
    appeal: Appeal,
    phones: Sequence[Account],
    *,
    priority: Priority = Priority.CARD,
    not_before: datetime | None = None,
) -> None:
    """The card on these phones, but where its reader has it in the grid's group; of a danger on all of them."""
    await show_topics(post, appeal, priority)
    if priority is not Priority.DANGER:
        phones = await leave_out_readers(post, appeal, phones)
    for account in phones:
        await post.show_card(appeal.id, account, priority=priority, not_before=not_before)


async def list_phones(post: Post, official_ids: Iterable[int]) -> list[Account]:
    """Of these officials and of whoever stands in for them now."""
    reached = set(official_ids)
    for official_id in tuple(reached):
        reached |= {deputy.id for deputy in await list_deputies(post.session, official_id)}
    phones = [await list_accounts_of_official(post.session, official_id) for official_id in sorted(reached)]
    return [account for of_one in phones for account in of_one]


async def say_holder(post: Post, holder: Holder) -> dict[str, Any]:
    """What the catalogue's `holder` needs: a name where the household knows one, else only the level."""
    if holder.unit is not None:
        unit = await find_unit(post.session, holder.unit)
        return {"level": "unit", "holder": unit.name if unit else ""}
    if holder.official is None:
        return {"level": holder.level.value, "holder": ""}
    official = await access_official(post.session, holder.official)
    return {"level": holder.level.value, "holder": surname_of(official.name)}
