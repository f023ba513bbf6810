"""Signing in and out, and who this phone is."""

from starlette.requests import Request
from starlette.responses import Response

from bot.chatserver.models import Json, User
from bot.chatserver.phones.bodies import read_body
from bot.chatserver.phones.refusals import Refusal, json_answer
from bot.chatserver.phones.sessions import SignedIn, end_phone, sign_in
from bot.chatserver.phones.visit import Visit, give_cookie, parts_of, require_own_page
from bot.chatserver.store import Transaction
from bot.chatserver.world.users import show_user


async def post_sign_in(request: Request) -> Response:
    try:
        require_own_page(request, strictly=False)
        signed_in, user = await _sign_in(request)
    except Refusal as refusal:
        return refusal.response()
    phone = signed_in.phone
    answer = {"phone": phone.id, "user": user, "expires_at": phone.expires_at}
    # A browser has the cookie, which no script can read; only programs are told the token.
    token = {} if "origin" in request.headers else {"token": signed_in.token}
    response = json_answer(answer | token)
    give_cookie(request, response, phone.id, signed_in.token)
    return response


async def _sign_in(request: Request) -> tuple[SignedIn, Json]:
    parts = parts_of(request)
    link = str((await read_body(request)).get("link", ""))

    def job(tx: Transaction) -> tuple[SignedIn, Json] | None:
        signed_in = sign_in(tx, link)
        return (signed_in, show_user(tx.session.get_one(User, signed_in.phone.user_id))) if signed_in else None

    address = request.client.host if request.client else ""
    if parts.attempts.too_many(address):
        raise Refusal(429, "试的次数太多了,请过十分钟再试。")
    done = await parts.store.run(job)
    if done is None:
        parts.attempts.count_failure(address)
        raise Refusal(403, "这个链接用过了,或者过期了。请向村里要一个新的。")
    return done


def get_me(visit: Visit) -> Json:
    user = visit.tx.session.get_one(User, visit.user_id)
    return {"user": show_user(user), "expires_at": visit.phone.expires_at}


def post_sign_out(visit: Visit) -> Json:
    end_phone(visit.tx, visit.phone)
    return {}
