"""The quiet time after somebody's last words."""

from datetime import datetime

from bot.rules.drafts import asked_again_at
from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.drafts import list_quiet_drafts, record_draft_choice, record_draft_quiet_until
from storage.engine import Session
from storage.inbox import Timer, add_timer
from storage.models import Draft

DRAFT_IS_QUIET = "draft_is_quiet"
_AT_ONCE = 200


async def begin_quiet_time(turn: Turn, draft: Draft) -> None:
    """Whatever it was asked before, more was said since."""
    await record_draft_choice(turn.session, draft, asked=0)
    await record_draft_quiet_until(turn.session, draft, turn.now + turn.policy.drafts.quiet)


async def await_answer(turn: Turn, draft: Draft) -> None:
    """It was asked about, and cannot file itself: the clock comes back to it."""
    asked = draft.choices.get("asked", 0) + 1
    await record_draft_choice(turn.session, draft, asked=asked)
    wakes_at = asked_again_at(asked, turn.now, turn.policy.drafts, turn.policy.nights)
    await record_draft_quiet_until(turn.session, draft, wakes_at)


async def post_quiet_drafts(session: Session, now: datetime) -> None:
    """Into the lanes of their chats, where words that came in meanwhile are heard first."""
    for draft in await list_quiet_drafts(session, now, _AT_ONCE):
        account = await access_account(session, draft.account_id)
        timer = Timer(account.chat_id, account.user_id, DRAFT_IS_QUIET, draft.id, draft.files_itself_at or now)
        await add_timer(session, account.bot_id, timer, now)
