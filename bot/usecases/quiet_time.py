"""The quiet time after somebody's last words."""

from datetime import datetime

from bot.usecases.turn import Turn
from storage.accounts import access_account
from storage.drafts import list_quiet_drafts, record_draft_quiet_until
from storage.engine import Session
from storage.inbox import Timer, add_timer
from storage.models import Draft

DRAFT_IS_QUIET = "draft_is_quiet"
_AT_ONCE = 200


async def begin_quiet_time(turn: Turn, draft: Draft) -> None:
    await record_draft_quiet_until(turn.session, draft, turn.now + turn.policy.drafts.quiet)


async def post_quiet_drafts(session: Session, now: datetime) -> None:
    """Into the lanes of their chats, where words that came in meanwhile are heard first."""
    for draft in await list_quiet_drafts(session, now, _AT_ONCE):
        account = await access_account(session, draft.account_id)
        timer = Timer(account.chat_id, account.user_id, DRAFT_IS_QUIET, draft.id, draft.files_itself_at or now)
        await add_timer(session, account.bot_id, timer, now)
