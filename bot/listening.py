"""Taking a port before anything starts, so that a taken one is known at once and said in a sentence."""

import os
import socket

from bot.rules.errors import Problem


def listen(host: str, port: int, *, prefix: str = "HUIYIN_") -> socket.socket:
    """A socket that listens already; `prefix` is that of the settings which name it. Raises Problem."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        raise Problem(
            f"Cannot listen on {host} port {port} ({os.strerror(error.errno or 0)}). "
            f"Set {prefix}HOST and {prefix}PORT to an address of this machine and a free port."
        ) from None
