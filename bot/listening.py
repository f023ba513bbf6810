"""Taking a port before anything starts, so that a taken one is known at once and said in a sentence."""

import os
import socket

from bot.rules.errors import Problem


class CannotListen(Problem):
    exit_status = 2  # as for bad settings: starting again would not help

    def __init__(self, host: str, port: int, cause: str, prefix: str) -> None:
        super().__init__(
            f"Cannot listen on {host} port {port} ({cause}). "
            f"Set {prefix}HOST and {prefix}PORT to an address of this machine and a free port."
        )


def listen(host: str, port: int, *, prefix: str = "HUIYIN_") -> socket.socket:
    """A socket that listens already; `prefix` is that of the settings which name it. Raises CannotListen."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise CannotListen(host, port, os.strerror(error.errno or 0), prefix) from None
