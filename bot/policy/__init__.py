"""The county's policy: read at the start, and checked and shown at the terminal."""

from bot.policy.reading import BUILT_IN, PolicyFaulty, read_policy

__all__ = ["BUILT_IN", "PolicyFaulty", "read_policy"]
