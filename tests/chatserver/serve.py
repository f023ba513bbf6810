"""A chat server process for tests; its only argument is the config as JSON."""

import json
import sys
from pathlib import Path

from bot.chatserver.config import Config, Limits
from bot.chatserver.server import serve
from bot.listening import listen


def main() -> None:
    config = json.loads(sys.argv[1])
    limits = Limits(**config.pop("limits")) if "limits" in config else Limits.off()
    with listen("127.0.0.1", config.pop("port")) as listening:
        serve(Config(files=Path(config.pop("files")), limits=limits, **config), listening)
