"""Signing in: one-time links make phones, and a phone stays signed in while it is used."""

import secrets
from dataclasses import dataclass

from sqlalchemy import select, update

from bot.chatserver.models import Phone, SignInLink
from bot.chatserver.signals import user_key
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import secret_hash

DAY = 86_400
LINK_LIFETIME = 7 * DAY
PHONE_LIFETIME = 180 * DAY


@dataclass(frozen=True)
class SignedIn:
    phone: Phone
    token: str


def issue_link(tx: Transaction, user_id: int) -> tuple[str, int]:
    """A new link's secret, which is kept nowhere, and when it expires."""
    secret, expires_at = secrets.token_urlsafe(24), tx.now + LINK_LIFETIME
    tx.session.add(SignInLink(token_hash=secret_hash(secret), user_id=user_id, expires_at=expires_at))
    return secret, expires_at


def sign_in(tx: Transaction, secret: str) -> SignedIn | None:
    """Use the link up. None if it is unknown, used or expired: nobody is told which."""
    link = tx.session.get(SignInLink, secret_hash(secret))
    if link is None or link.used or link.expires_at <= tx.now:
        return None
    link.used = True
    token = secrets.token_urlsafe(32)
    phone = Phone(
        id=secrets.token_hex(8),
        user_id=link.user_id,
        token_hash=secret_hash(token),
        created_at=tx.now,
        expires_at=tx.now + PHONE_LIFETIME,
    )
    tx.session.add(phone)
    tx.session.flush()
    return SignedIn(phone, token)


def find_phone(tx: Transaction, phone_id: str, token: str) -> Phone | None:
    """The phone, if this is its token and it is still signed in."""
    phone = tx.session.get(Phone, phone_id)
    if phone is None or not secrets.compare_digest(phone.token_hash, secret_hash(token)):
        return None
    return None if phone.ended or phone.expires_at <= tx.now else phone


def renew(tx: Transaction, phone: Phone) -> bool:
    """Count this as a use: the phone's 180 days start anew. Written at most once a day; says whether it was."""
    expires_at = tx.now + PHONE_LIFETIME
    if expires_at - phone.expires_at < DAY:
        return False
    phone.expires_at = expires_at
    return True


def end_phone(tx: Transaction, phone: Phone) -> None:
    phone.ended = True
    tx.wake.add(user_key(phone.user_id))


def end_all_phones(tx: Transaction, user_id: int) -> None:
    """The person's phone is lost: it and every unused link stop working at once; the chats stay."""
    for phone in tx.session.scalars(select(Phone).where(Phone.user_id == user_id, Phone.ended.is_(False))):
        end_phone(tx, phone)
    tx.session.execute(
        update(SignInLink).where(SignInLink.user_id == user_id, SignInLink.used.is_(False)).values(used=True)
    )
