"""The three keys below a villager's chat, as they come back: in every language of the catalogue."""

SAY = frozenset({"我要反映", "Say something"})
MINE = frozenset({"我的事", "My matters"})
HELP = frozenset({"找人帮忙", "Find help"})
ALL = SAY | MINE | HELP
