"""Where a scene is played: a bot run by one of the libraries, three people with phones, and a tap on the wire."""

from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.chatserver import samples
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.twoclients.client import CLIENTS, Client
from tests.chatserver.twoclients.mailbox import Mailbox, Polled, Posted
from tests.conformance.catcher import Catcher
from tests.conformance.recorder import Recorder

FILES = {
    "photo": (samples.picture(), "well.png"),
    "voice": (samples.OGG, "voice.ogg"),
    "audio": (samples.MP3, "song.mp3"),
    "video": (samples.MP4, "road.mp4"),
    "document": (samples.PDF, "账.pdf"),
}
DELIVERIES = ("polling", "webhook")


@dataclass
class Stage:
    """`me` is the bot as others know it; `client` is the bot itself."""

    client: Client
    me: BotClient
    operator: Operator
    wang: PhoneClient
    sun: PhoneClient
    li: PhoneClient
    mailbox: Mailbox
    recorder: Recorder
    catcher: Catcher
    _received: list[Any] = field(default_factory=list)

    @property
    def bot(self) -> Any:
        return self.client.bot

    @property
    def types(self) -> Any:
        return self.client.types

    def file(self, kind: str) -> Any:
        """A file of this kind as a call takes it."""
        return self.client.file(*FILES[kind])

    def part(self, kind: str) -> Any:
        """A file of this kind as an InputMedia takes it."""
        return self.client.part(*FILES[kind])

    async def hear(self, kind: str = "message", having: str = "", **matching: Any) -> Any:
        """The next update of this kind whose body has this attribute and these values; others stay for later."""
        while True:
            for update in self._received:
                body = getattr(update, kind)
                if body is not None and _fits(body, having, matching):
                    self._received.remove(update)
                    return body
            self._received += await self.mailbox.fetch()

    async def greet(self, phone: PhoneClient) -> int:
        """The person starts the bot, which hears of it. The id of their chat on the phone."""
        chat = await phone.start(self.me)
        await self.hear(text="/start")
        return chat

    async def group(self, kind: str, *rights: str, **more: Any) -> int:
        """A chat of 王大娘's with 孙干部, where the bot is an administrator with these rights, and was told so."""
        chosen = ((self.me, "administrator", dict.fromkeys(rights, True)),)
        chat_id = await self.operator.add_chat(
            kind, "南村网格", (self.wang, "creator"), (self.sun, "member"), *chosen, **more
        )
        await self.hear("my_chat_member")
        if kind != "channel":
            await self.hear(having="new_chat_members")
        return chat_id


def _fits(body: Any, having: str, matching: Mapping[str, Any]) -> bool:
    return (not having or bool(getattr(body, having))) and all(
        getattr(body, name) == value for name, value in matching.items()
    )


@asynccontextmanager
async def stage_for(operator: Operator, url: str, client_name: str, delivery: str, name: str) -> AsyncIterator[Stage]:
    """`name` begins the bot's username, of which there must be no other."""
    me = await operator.add_bot("回音", f"{name}_bot")
    wang, sun, li = [await operator.add_person(name) for name in ("王大娘", "孙干部", "李组长")]
    async with AsyncExitStack() as stack:
        recorder = stack.enter_context(Recorder(url))
        catcher = stack.enter_context(Catcher())
        client = await stack.enter_async_context(CLIENTS[client_name](recorder.url, me.token))
        mailbox: Mailbox = Polled(client) if delivery == "polling" else Posted(client, catcher)
        await mailbox.open()
        yield Stage(client, me, operator, wang, sun, li, mailbox, recorder, catcher)
        await mailbox.close()
