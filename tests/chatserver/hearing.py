"""What the server said to bots during a test: kept as it came, judged by the oracle when the test is over."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from tests.conformance.catcher import Post
from tests.conformance.exchange import Exchange


@dataclass
class Heard:
    """Answers that bots got, and updates that were posted to their webhooks."""

    exchanges: list[Exchange] = field(default_factory=list)
    posts: list[Post] = field(default_factory=list)

    async def note_answer(self, answer: httpx.Response) -> None:
        """A response hook for httpx clients. Downloads are not kept, nor answers to HEAD, which have no body."""
        asked = answer.request
        target = asked.url.raw_path.decode()
        downloaded = target.startswith("/file/bot") and answer.is_success
        if downloaded or asked.method == "HEAD" or not target.startswith(("/bot", "/file/bot")):
            return
        headers = {name.lower(): value for name, value in answer.headers.items()}
        body = await answer.aread()
        self.exchanges.append(Exchange(asked.method, target, {}, b"", answer.status_code, headers, body))

    def note_post(self, verb: str, target: str, headers: Mapping[str, str], body: bytes) -> None:
        self.posts.append(Post(verb, target, headers, body))

    def forget(self) -> None:
        self.exchanges.clear()
        self.posts.clear()

    def check(self, *, envelopes_only: bool = False) -> None:
        """Asserts that all of it is as the Bot API has it, whatever was asked."""
        if not self.exchanges and not self.posts:
            return
        from tests.conformance.audit import faults_answered, faults_enveloped, faults_posted  # aiogram costs seconds

        judge = faults_enveloped if envelopes_only else faults_answered
        faults = [
            fault
            for number, exchange in enumerate(self.exchanges, 1)
            for fault in judge(f"#{number} {exchange.method or 'call'} answer: $", exchange)
        ]
        for number, post in enumerate(self.posts, 1):
            faults += faults_posted(f"#{number} webhook post: $", post)
        assert not faults, f"{len(faults)} faults in what the server said:\n" + "\n".join(faults)


# One a process, as tests of one process run one after the other.
HEARD = Heard()
