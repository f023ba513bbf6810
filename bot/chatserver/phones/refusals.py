"""How the phones' and the operator's doors refuse: a sentence and a status."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.chatserver.errors import ApiError


def json_answer(body: object, status: int = 200) -> JSONResponse:
    """An answer that no cache keeps and no browser takes for anything else."""
    return JSONResponse(body, status, {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"})


class Refusal(Exception):
    """What is wrong and what to do, in the words of whoever reads it: people read Chinese, the operator English."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence

    def response(self) -> JSONResponse:
        return json_answer({"error": self.sentence}, self.status)


_WORDS = {
    403: "这里现在不能这样做。",
    404: "没有找到。",
    413: "文件太大了,请换一个小一点的。",
    429: "太快了,请等一会儿再试。",
}


def in_plain_words(error: ApiError) -> Refusal:
    """What a person is told of a refusal that was worded for bots."""
    return Refusal(error.code, _WORDS.get(error.code, "没有成功,请检查一下再试。"))


async def refuse_request(request: Request, error: Exception) -> Response:
    """What an address that is not there, a wrong method or a fault of ours is answered with."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    known = _ASTRAY if request.url.path.startswith("/phone/") else _ASTRAY_IN_ENGLISH
    return Refusal(status, known.get(status, known[500])).response()


_ASTRAY = {404: "没有这个地址。", 405: "这个地址不能这样用。", 500: "出了点问题,请过一会儿再试。"}
_ASTRAY_IN_ENGLISH = {
    404: "There is nothing at this address.",
    405: "This address does not take this HTTP method.",
    500: "The chat server failed; its log says why.",
}
