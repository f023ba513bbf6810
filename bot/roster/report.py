"""What a check or an import found, told on the terminal."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.rules.roster.burdens import Burdens
from bot.rules.roster.changes import Changes, RosterChanges, describe
from bot.rules.roster.values import Grid, Household, Official, Roster, Unit

_SHOWN = 20
AnyChanges = Changes[Unit] | Changes[Official] | Changes[Grid] | Changes[Household]


@dataclass(frozen=True)
class Report:
    """`everything` shows every line, else the first twenty of each kind."""

    console: Console
    everything: bool

    def show_roster(self, roster: Roster) -> None:
        levels = Counter(grid.level for grid in roster.grids)
        grids = ", ".join(f"{count:,} {level}" for level, count in sorted(levels.items(), reverse=True))
        self.console.print(
            f"{len(roster.households):,} households, {len(roster.officials):,} officials, "
            f"{len(roster.grids):,} grids ({grids}), {len(roster.units):,} units."
        )

    def show_burdens(self, burdens: Burdens, most: int) -> None:
        codes = burdens.without_cadre
        self._list("households without a cadre, who are their village lead's", codes)
        loads = [f"{no}: {count} households" for no, count in burdens.too_many]
        self._list(f"officials with more than {most} households", loads)

    def show_changes(self, changes: RosterChanges) -> None:
        self.console.print(_counts(changes))
        for name, found in _nouns(changes):
            lines = [f"{before[0]}: {describe(before, after)}" for before, after in found.changed]
            self._list(f"{name} changed", lines)
        self._list("officials no longer named, who have left", changes.left)
        self._list("officials who are back", changes.back)
        self._show_links(changes)
        for name, found in _nouns(changes):
            if name != "officials":
                codes = [row[0] for row in found.unnamed]
                self._list(f"{name} not in the files, which stay as they were", codes)

    def _show_links(self, changes: RosterChanges) -> None:
        first = sum(link.before is None for link in changes.links)
        if first:
            self.console.print(f"{first:,} households have a cadre now who had none.")
        moved = [link for link in changes.links if link.before is not None]
        lines = [f"{one.household}: {one.before} → {one.after or 'the village lead'} ({one.reason})" for one in moved]
        self._list("households passed to other hands", lines)

    def _list(self, title: str, lines: Sequence[str]) -> None:
        if not lines:
            return
        self.console.print(f"[bold]{len(lines):,}[/] {escape(title)}:")
        shown = lines if self.everything else lines[:_SHOWN]
        for line in shown:
            self.console.print(f"  {escape(line)}")
        if len(shown) < len(lines):
            self.console.print(f"  … and {len(lines) - len(shown):,} more (--all shows them)")


def _counts(changes: RosterChanges) -> Table:
    table = Table("", *(f"[bold]{word}[/]" for word in ("new", "changed", "same", "not in the files")))
    for name, found in _nouns(changes):
        counts = (len(found.new), len(found.changed), found.same, len(found.unnamed))
        table.add_row(name, *(f"{count:,}" for count in counts))
    return table


def _nouns(changes: RosterChanges) -> Sequence[tuple[str, AnyChanges]]:
    return (
        ("units", changes.units),
        ("officials", changes.officials),
        ("grids", changes.grids),
        ("households", changes.households),
    )
