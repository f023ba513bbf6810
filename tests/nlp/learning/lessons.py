"""Invented messages to learn from: two labels, each told in a few ways, five times and more."""

from nlp.learning.messages import Message

_WAYS = {
    "路灯": ("村口的路灯坏了", "路灯不亮 晚上摸黑走", "修一修路灯吧", "路灯杆子倒了", "装几盏路灯"),
    "吃药": ("卫生室没有药", "常用药老是缺", "降压药买不到", "去卫生室拿药没人", "药太贵了吃不起"),
}
_BEFORE = ("", "您好 ", "麻烦问一下 ", "俺村 ")


def lessons() -> list[Message]:
    return [Message(way, before + way, label) for label, ways in _WAYS.items() for way in ways for before in _BEFORE]


def lessons_csv(label: str = "label") -> str:
    rows = [f"{one.title},{one.detail},{one.label}" for one in lessons()]
    return "\n".join([f"title,detail,{label}", *rows]) + "\n"
