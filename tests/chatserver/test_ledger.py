"""The truth ledger: what every phone really shows, current or taken back."""

from tests.chatserver.harness import BotClient, Json, Operator, PhoneClient


async def screen(operator: Operator, phone: PhoneClient, title: str) -> Json:
    """What the ledger says of this chat on the person's phone."""
    (shown,) = (await operator.get(f"ledger?user={phone.id}"))["phones"]
    assert shown["user"]["id"] == phone.id
    return next(chat for chat in shown["chats"] if chat["chat"]["title"] == title)


def summary(chat: Json) -> list[tuple[str, bool]]:
    return [(entry["shown"].get("text", "…"), entry["deleted"]) for entry in chat["messages"]]


async def test_it_tells_what_is_shown_what_was_and_what_was_taken_back(
    operator: Operator, bot: BotClient, wang: PhoneClient
) -> None:
    await wang.start(bot)
    card = await bot.call("sendMessage", chat_id=wang.id, text="收到了")
    slip = await bot.call("sendMessage", chat_id=wang.id, text="发错人了")
    await bot.call("editMessageText", chat_id=wang.id, message_id=card["message_id"], text="有人在办")
    await bot.call("editMessageText", chat_id=wang.id, message_id=card["message_id"], text="办好了")
    await bot.call("deleteMessage", chat_id=wang.id, message_id=slip["message_id"])
    told = await screen(operator, wang, "回音")
    assert summary(told) == [("/start", False), ("办好了", False), ("发错人了", True)]
    entry = told["messages"][1]
    assert [version["text"] for version in entry["versions"]] == ["收到了", "有人在办"]
    assert entry["from"]["id"] == bot.id


async def test_it_tells_each_persons_toasts(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (sun, "member"), (bot, "member"))
    card = await bot.call("sendMessage", chat_id=group, text="点这里")
    tap = await wang.tap((await wang.chat("东村"))["id"], card["message_id"], "x")
    await bot.call("answerCallbackQuery", callback_query_id=tap, text="记下了")
    assert [toast["text"] for toast in (await screen(operator, wang, "东村"))["toasts"]] == ["记下了"]
    assert (await screen(operator, sun, "东村"))["toasts"] == []


async def test_whoever_left_is_shown_what_stood_there_when_they_left(
    operator: Operator, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    group = await operator.add_chat("supergroup", "东村", (wang, "creator"), (sun, "member"), (bot, "member"))
    card = await bot.call("sendMessage", chat_id=group, text="那时候")
    await operator.set_member(group, sun, "left")
    for text in ("后来", "再后来"):
        await bot.call("editMessageText", chat_id=group, message_id=card["message_id"], text=text)
    await bot.call("sendMessage", chat_id=group, text="新的")
    texts = [text for text, _ in summary(await screen(operator, sun, "东村")) if text != "…"]
    assert texts == ["那时候"]
    assert ("再后来", False) in summary(await screen(operator, wang, "东村"))


async def test_it_comes_in_pages_of_people(operator: Operator, wang: PhoneClient, sun: PhoneClient) -> None:
    page = await operator.get(f"ledger?after={wang.id - 1}&limit=1")
    assert [phone["user"]["id"] for phone in page["phones"]] == [wang.id]
    assert page["next"] == wang.id
    following = await operator.get(f"ledger?after={page['next']}&limit=50")
    assert sun.id in [phone["user"]["id"] for phone in following["phones"]]
    assert following["next"] is None
