"""Files that only their owner may read: they hold what is not for everybody."""

import os
from pathlib import Path

from bot.rules.errors import Problem


def write_private(file: Path, content: bytes) -> None:
    """Raises Problem where it cannot be written."""
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    except OSError as error:
        raise Problem(f"{file} cannot be written ({error.strerror}). Name another with -o.") from None
    with os.fdopen(descriptor, "wb") as opened:
        opened.write(content)
