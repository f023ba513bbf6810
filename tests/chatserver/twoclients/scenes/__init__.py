"""What bots and people do together, told once for both libraries. `SCENES` has them all."""

import importlib
import pkgutil

from tests.chatserver.twoclients.scene import SCENES

__all__ = ["SCENES"]

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
