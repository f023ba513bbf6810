"""Tokens of printed cards: whoever holds one may knock; only their hashes are kept."""

import secrets
from hashlib import sha256

_RANDOM_BYTES = 16  # 128 bits; with the link they still fit a code that old cameras read


def new_token() -> str:
    """22 of A-Z a-z 0-9 _ -, as the Bot API allows after `?start=`."""
    return secrets.token_urlsafe(_RANDOM_BYTES)


def token_hash(token: str) -> str:
    """What `invitations` holds. Unsalted: 128 random bits cannot be guessed from it."""
    return sha256(token.encode()).hexdigest()
