"""What an official was writing for households that pass to somebody else is handed in, so that nothing is lost."""

from collections.abc import Collection, Sequence

from bot.rules.people import DEFAULT_LANGUAGE, Person
from bot.usecases.drafted import read_draft
from bot.usecases.hand_in import file_draft
from bot.usecases.tick import Tick
from bot.usecases.turn import Turn
from bot.usecases.villager import find_speaker
from storage.drafts import find_open_draft
from storage.models import Account
from storage.officials import find_official_of_account


async def file_begun_drafts(
    post: Turn | Tick, phones: Sequence[Account], household_ids: Collection[int] | None = None
) -> None:
    """Of these households; None: of any that is not their own. Where it may be about the cadre, it goes past the cadre,
    as any that cannot be asked about. A draft without words stays as it is."""
    for phone in phones:
        draft, official = (
            await find_open_draft(post.session, phone.id),
            await find_official_of_account(post.session, phone.id),
        )
        if draft is None or official is None or (household_ids is not None and draft.household_id not in household_ids):
            continue
        person = Person(phone.bot_id, phone.user_id, phone.chat_id, official.name, DEFAULT_LANGUAGE)
        turn = Turn(post.session, post.now, f"{post.occasion}:{draft.id}", person, post.policy, post.calendar)
        writer = await find_speaker(turn, phone, draft.household_id)
        if writer is None or writer.is_member:
            continue
        drafted = await read_draft(turn, draft, writer)
        if drafted.text:
            await file_draft(turn, writer, drafted)
