"""The parts of addresses that vary: what is of another form is no address at all."""

from starlette.convertors import Convertor, register_url_convertor


class Number(Convertor[int]):
    """`{chat:number}`: a number that the store can hold."""

    regex = "[0-9]{1,18}"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


class PhoneId(Convertor[str]):
    """`{phone:phone_id}`"""

    regex = "[0-9a-f]{16}"

    def convert(self, value: str) -> str:
        return value

    def to_string(self, value: str) -> str:
        return value


register_url_convertor("number", Number())
register_url_convertor("phone_id", PhoneId())

PHONE = "/phone/{phone:phone_id}"
CHAT = PHONE + "/chats/{chat:number}"
MESSAGE = CHAT + "/messages/{message:number}"
LINK_OF_USER = "/admin/users/{user:number}/link"
MEMBERS_OF_CHAT = "/admin/chats/-{chat:number}/members"
