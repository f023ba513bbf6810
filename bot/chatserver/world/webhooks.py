"""Where a bot wants its updates posted."""

from dataclasses import asdict, dataclass

from sqlalchemy import select

from bot.chatserver.models import Bot
from bot.chatserver.store import Transaction


@dataclass(frozen=True)
class Webhook:
    """`ip_address` is what the host resolved to, or with `fixed_ip` what the bot asked to be reached at instead."""

    url: str
    max_connections: int = 40
    secret_token: str = ""
    ip_address: str = ""
    fixed_ip: bool = False

    def asked(self) -> tuple[object, ...]:
        """All that was asked for: setting the same again changes nothing, wherever the host is by now."""
        return (self.url, self.max_connections, self.secret_token, self.ip_address if self.fixed_ip else None)


def find_webhook(bot: Bot) -> Webhook | None:
    return Webhook(**bot.webhook) if bot.webhook else None


def keep_webhook(bot: Bot, webhook: Webhook | None) -> None:
    bot.webhook = asdict(webhook) if webhook else None


def list_webhooks(tx: Transaction) -> dict[int, Webhook]:
    """Every webhook that is set, by the id of its bot."""
    found = {bot.id: find_webhook(bot) for bot in tx.session.scalars(select(Bot))}
    return {bot_id: webhook for bot_id, webhook in found.items() if webhook is not None}
