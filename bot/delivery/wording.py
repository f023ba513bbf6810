"""Every sentence that people read, from the catalogues (Fluent), so that an office can review them all."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource
from fluent.runtime.types import fluent_number

from bot.rules.plain import plain
from bot.rules.plain_dates import say_by, say_day

# fluent.runtime refuses arguments of more than 2,500 signs. What is longer is set in afterwards, at a mark that no
# person's words hold, since `plain` takes control signs out of them.
_LONGEST_ARGUMENT = 1000
_STAND_IN = re.compile("\0([^\0]+)\0")

CATALOGUE = Path(__file__).parent / "catalogue"


class WordingFaulty(Exception):
    """The catalogue lacks the sentence or one of its data."""


class Wording:
    """Renders sentences in any language that has a catalogue."""

    def render(self, wording: str, language: str, data: Mapping[str, Any], today: date) -> str:
        """The sentence with the data set in as plain text: people's words cannot pose as ours.

        A list is joined as the language joins it, one of sentences line by line,
        and its length is given as `NAME-count`. A day, {"day": ISO date},
        is told as seen from `today`, and `NAME-by` says by that day. Raises WordingFaulty.
        """
        arguments: dict[str, Any] = {}
        for name, value in data.items():
            arguments |= self._arguments(name, value, language, today)
        return self._format(wording, language, arguments)

    def _arguments(self, name: str, value: object, language: str, today: date) -> dict[str, Any]:
        if isinstance(value, list):
            return {name: self._joined(value, language, today), f"{name}-count": len(value)}
        if isinstance(value, dict):
            day = date.fromisoformat(value["day"])
            return {name: say_day(day, today, language), f"{name}-by": say_by(day, today, language)}
        if isinstance(value, int):
            return {name: fluent_number(value, useGrouping=False)}  # a phone number has no commas
        return {name: plain(str(value))}

    def _joined(self, values: list[Any], language: str, today: date) -> str:
        if values and isinstance(values[0], dict):
            return "\n".join(self.render(one["wording"], language, one["data"], today) for one in values)
        return plain(self._format("list-separator", language, {}).join(map(str, values)))

    def _format(self, wording: str, language: str, arguments: dict[str, Any]) -> str:
        bundle = _bundles().get(language)
        pattern = bundle.get_message(wording).value if bundle and bundle.has_message(wording) else None
        if bundle is None or pattern is None:
            raise WordingFaulty(f"The catalogue {language} has no {wording}.")
        long = {name: value for name, value in arguments.items() if len(str(value)) > _LONGEST_ARGUMENT}
        stand_ins = {name: f"\0{name}\0" for name in long}
        text, faults = bundle.format_pattern(pattern, arguments | stand_ins)
        if faults:
            raise WordingFaulty(f"{wording} in {language}: {faults[0]}")
        return _STAND_IN.sub(lambda found: str(long[found[1]]), str(text))


@cache
def _bundles() -> dict[str, FluentBundle]:
    return {file.stem: _bundle(file) for file in CATALOGUE.glob("*.ftl")}


def _bundle(file: Path) -> FluentBundle:
    bundle = FluentBundle([file.stem], use_isolating=False)
    bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle
