"""How the phones' and the operator's doors refuse: a sentence and a status."""

from starlette.responses import JSONResponse

from bot.chatserver.errors import ApiError


class Refusal(Exception):
    """What is wrong and what to do, in the words of whoever reads it: people read Chinese, the operator English."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence

    def response(self) -> JSONResponse:
        return JSONResponse({"error": self.sentence}, self.status)


_WORDS = {
    403: "这里现在不能这样做。",
    404: "没有找到。",
    413: "文件太大了,请换一个小一点的。",
    429: "太快了,请等一会儿再试。",
}


def in_plain_words(error: ApiError) -> Refusal:
    """What a person is told of a refusal that was worded for bots."""
    return Refusal(error.code, _WORDS.get(error.code, "没有成功,请检查一下再试。"))
