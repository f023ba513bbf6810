"""How a bot describes itself, and the button beside the message field."""

import pytest

from tests.chatserver.harness import BotClient, Json, PhoneClient, Refused


async def test_a_name_is_what_chats_show(bot: BotClient, wang: PhoneClient) -> None:
    # Bot API: setMyName, getMyName
    await wang.start(bot)
    assert await bot.call("setMyName", name="磨石沟回音") is True
    assert await bot.call("getMyName") == {"name": "磨石沟回音"}
    assert (await bot.call("getMe"))["first_name"] == "磨石沟回音"
    assert (await wang.chat("磨石沟回音"))["bot"]["id"] == bot.id
    assert await bot.call("setMyName", name="Echo", language_code="en") is True
    assert await bot.call("getMyName", language_code="en") == {"name": "Echo"}
    assert await bot.call("getMyName", language_code="zh") == {"name": "磨石沟回音"}
    with pytest.raises(Refused) as refused:
        await bot.call("setMyName", name="长" * 65)
    assert refused.value.code == 400


@pytest.mark.parametrize(("what", "limit"), [("Description", 512), ("ShortDescription", 120)])
async def test_descriptions_are_kept_by_language(what: str, limit: int, bot: BotClient) -> None:
    # Bot API: setMyDescription, setMyShortDescription
    field = "description" if what == "Description" else "short_description"
    common: Json = {field: "有事直接说"}
    chinese: Json = {field: "中文的"}
    none: Json = {field: ""}
    longest: Json = {field: "长" * limit}
    too_long: Json = {field: "长" * (limit + 1)}
    assert await bot.call(f"getMy{what}") == {field: ""}
    assert await bot.call(f"setMy{what}", **common) is True
    assert await bot.call(f"setMy{what}", **chinese, language_code="zh") is True
    assert await bot.call(f"getMy{what}") == {field: "有事直接说"}
    assert await bot.call(f"getMy{what}", language_code="zh") == {field: "中文的"}
    assert await bot.call(f"setMy{what}", **none, language_code="zh") is True
    assert await bot.call(f"getMy{what}", language_code="zh") == {field: "有事直接说"}
    assert await bot.call(f"setMy{what}", **longest) is True
    with pytest.raises(Refused) as refused:
        await bot.call(f"setMy{what}", **too_long)
    assert refused.value.code == 400
    with pytest.raises(Refused, match="400 Bad Request: invalid language code specified"):  # misc.cpp:395
        await bot.call(f"getMy{what}", language_code="chinese")


async def test_the_description_is_read_before_start(bot: BotClient, wang: PhoneClient) -> None:
    await bot.call("setMyDescription", description="有事直接说")
    await wang.open(bot)
    assert (await wang.chat("回音"))["description"] == "有事直接说"


async def test_the_menu_button_is_everybodys_or_one_persons(
    bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    # Bot API: setChatMenuButton, getChatMenuButton; Client.cpp:5044
    for phone in (wang, sun):
        await phone.start(bot)
    assert await bot.call("getChatMenuButton") == {"type": "commands"}
    assert await bot.call("getChatMenuButton", chat_id=wang.id) == {"type": "default"}
    page = {"type": "web_app", "text": "我的事", "web_app": {"url": "https://example.org/mine"}}
    assert await bot.call("setChatMenuButton", menu_button=page) is True
    assert await bot.call("setChatMenuButton", chat_id=wang.id, menu_button={"type": "commands"}) is True
    assert await bot.call("getChatMenuButton") == page
    assert await bot.call("getChatMenuButton", chat_id=wang.id) == {"type": "commands"}
    assert (await wang.chat("回音"))["menu_button"] == {"type": "commands"}
    assert (await sun.chat("回音"))["menu_button"] == page
    assert await bot.call("setChatMenuButton", chat_id=wang.id) is True
    assert (await wang.chat("回音"))["menu_button"] == page


@pytest.mark.parametrize(
    ("button", "description"),
    [
        # Client.cpp:10680-10722, BotMenuButton.cpp:121-133
        ("{", "can't parse menu button JSON object"),
        ([], "can't parse menu button: MenuButton must be an Object"),
        ({}, "can't parse menu button: Can't find field \"type\""),
        ({"type": "door"}, "can't parse menu button: MenuButton has unsupported type"),
        ({"type": "web_app", "text": "看"}, "can't parse menu button: Can't find field \"web_app\""),
        ({"type": "web_app", "text": "", "web_app": {"url": "https://a.org"}}, "menu button text must be non-empty"),
    ],
)
async def test_bad_menu_buttons_are_refused(button: object, description: str, bot: BotClient) -> None:
    with pytest.raises(Refused) as refused:
        await bot.call("setChatMenuButton", menu_button=button)
    assert (refused.value.code, refused.value.description) == (400, f"Bad Request: {description}")


async def test_a_menu_button_needs_a_secure_page_and_a_known_person(bot: BotClient) -> None:
    # BotMenuButton.cpp:130; Client.cpp:12454, 6524
    plain = {"type": "web_app", "text": "看", "web_app": {"url": "http://example.org"}}
    with pytest.raises(Refused, match="menu button Web App URL"):
        await bot.call("setChatMenuButton", menu_button=plain)
    with pytest.raises(Refused, match="400 Bad Request: invalid chat_id specified"):
        await bot.call("getChatMenuButton", chat_id="wang")
    with pytest.raises(Refused, match="400 Bad Request: user not found"):
        await bot.call("getChatMenuButton", chat_id=5)


async def test_the_rights_that_a_bot_asks_for_are_kept_by_kind_of_chat(bot: BotClient) -> None:
    # Client.cpp:12753-12772, 10725
    assert await bot.call("setMyDefaultAdministratorRights", rights={"can_manage_topics": True}) is True
    for_groups = await bot.call("getMyDefaultAdministratorRights")
    assert (for_groups["can_manage_topics"], for_groups["can_pin_messages"]) == (True, False)
    for_channels = await bot.call("getMyDefaultAdministratorRights", for_channels=True)
    assert for_channels["can_post_messages"] is False
    with pytest.raises(Refused) as refused:
        await bot.call("setMyDefaultAdministratorRights", rights=[])
    assert refused.value.description == (
        "Bad Request: can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object"
    )
