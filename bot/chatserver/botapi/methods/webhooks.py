"""setWebhook and its kin: having updates posted instead of asking for them."""

from starlette.responses import Response

from bot.chatserver.botapi.allowed_updates import keep_allowed_updates
from bot.chatserver.botapi.registry import Call, Request, method, waiting_method
from bot.chatserver.botapi.transport import answer
from bot.chatserver.botapi.webhook_choice import check_webhook, read_webhook
from bot.chatserver.delivery.polls import WEBHOOK_WAS_SET
from bot.chatserver.models import Bot, Json
from bot.chatserver.store import Transaction
from bot.chatserver.world.updates import count_updates, forget_updates
from bot.chatserver.world.webhooks import Webhook, find_webhook, keep_webhook


@waiting_method("setWebhook", "deleteWebhook")
async def set_webhook(request: Request) -> Response:
    wanted = read_webhook(request.arguments) if request.method == "setwebhook" else None
    hook = request.parts.webhooks.of(request.bot_id)
    if wanted:
        hook.refuse_haste(request.parts.clock.now())
    async with hook.setting:
        if await request.parts.store.run(lambda tx: _is_unchanged(tx, request, wanted)):
            return answer(True, f"Webhook is already {'set' if wanted else 'deleted'}")
        was_set = await _take_away(request)
        if wanted is None:
            return answer(True, "Webhook was deleted" if was_set else "Webhook is already deleted")
        await _put_up(request, wanted)
    return answer(True, "Webhook was set")


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    webhook, last_error = find_webhook(call.bot), call.parts.webhooks.of(call.bot.id).last_error
    info: Json = {"url": webhook.url if webhook else "", "has_custom_certificate": False}
    info["pending_update_count"] = count_updates(call.tx, call.bot.id)
    if last_error:
        info |= {"last_error_date": last_error.date, "last_error_message": last_error.message}
    if webhook:
        info |= {"max_connections": webhook.max_connections, "ip_address": webhook.ip_address}
    if call.bot.allowed_updates:
        info["allowed_updates"] = call.bot.allowed_updates
    return info


def _is_unchanged(tx: Transaction, request: Request, wanted: Webhook | None) -> bool:
    """Whether there is nothing to do but to take `allowed_updates` over, which is done here (Client.cpp:15758)."""
    bot = tx.session.get_one(Bot, request.bot_id)
    current = find_webhook(bot)
    same = current.asked() == wanted.asked() if current and wanted else current is wanted
    if not same or request.arguments.flag("drop_pending_updates") or request.arguments.uploads:
        return False
    keep_allowed_updates(bot, request.arguments)
    return True


async def _take_away(request: Request) -> bool:
    """Stop posting, and forget the updates if that was asked for. An old webhook is gone even if the new one is
    refused (Client.cpp:15784)."""
    await request.parts.webhooks.stop(request.bot_id)

    def take_away(tx: Transaction) -> bool:
        bot = tx.session.get_one(Bot, request.bot_id)
        was_set = find_webhook(bot) is not None
        keep_webhook(bot, None)
        if request.arguments.flag("drop_pending_updates"):
            forget_updates(tx, bot.id)
        return was_set

    return await request.parts.store.run(take_away)


async def _put_up(request: Request, wanted: Webhook) -> None:
    webhook = await check_webhook(wanted, request.arguments)

    def put_up(tx: Transaction) -> None:
        bot = tx.session.get_one(Bot, request.bot_id)
        keep_webhook(bot, webhook)
        keep_allowed_updates(bot, request.arguments)

    await request.parts.store.run(put_up)
    request.parts.webhooks.start(request.bot_id, webhook)
    request.parts.polls.of(request.bot_id).abort(WEBHOOK_WAS_SET)
