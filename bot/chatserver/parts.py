"""The parts of a running chat server, handed to whoever serves a request."""

from dataclasses import dataclass, field

from bot.chatserver.clock import Clock
from bot.chatserver.config import Config
from bot.chatserver.delivery.polls import Polls
from bot.chatserver.delivery.webhooks import Webhooks
from bot.chatserver.faults import Faults
from bot.chatserver.limits import Budgets
from bot.chatserver.phones.attempts import Attempts
from bot.chatserver.signals import Signals
from bot.chatserver.store import Store


@dataclass(frozen=True)
class Parts:
    config: Config
    clock: Clock
    signals: Signals
    store: Store
    faults: Faults
    attempts: Attempts
    budgets: Budgets
    polls: Polls = field(default_factory=Polls)
    webhooks: Webhooks = field(default_factory=Webhooks)

    @classmethod
    def of(cls, config: Config) -> "Parts":
        clock, signals = Clock(), Signals()
        store = Store(config.database_url, clock, signals)
        return cls(config, clock, signals, store, Faults(clock), Attempts(clock), Budgets(config.limits, clock))
