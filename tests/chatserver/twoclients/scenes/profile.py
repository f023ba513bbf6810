"""What the bot says of itself: commands, texts, menu button, rights it asks for."""

from typing import Any

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage


@scene(calls="setMyCommands getMyCommands deleteMyCommands", shows="BotCommand.description")
async def a_bot_offers_commands_by_scope_and_language(stage: Stage) -> None:
    bot, types = stage.bot, stage.types
    await stage.greet(stage.wang)
    group = await stage.group("supergroup")
    commands = [
        types.BotCommand(command="mine", description="我的事"),
        types.BotCommand(command="help", description="帮助"),
    ]
    scopes: list[Any] = [
        None,
        types.BotCommandScopeDefault(),
        types.BotCommandScopeAllPrivateChats(),
        types.BotCommandScopeAllGroupChats(),
        types.BotCommandScopeAllChatAdministrators(),
        types.BotCommandScopeChat(chat_id=stage.wang.id),
        types.BotCommandScopeChatAdministrators(chat_id=group),
        types.BotCommandScopeChatMember(chat_id=group, user_id=stage.sun.id),
    ]
    for scope in scopes:
        for language in (None, "zh"):
            assert await bot.set_my_commands(commands, scope=scope, language_code=language)
            assert len(await bot.get_my_commands(scope=scope, language_code=language)) == 2
            assert await bot.delete_my_commands(scope=scope, language_code=language)


@scene(
    calls="setMyName getMyName setMyDescription getMyDescription setMyShortDescription getMyShortDescription",
    shows="BotName.name BotDescription.description BotShortDescription.short_description",
)
async def a_bot_describes_itself(stage: Stage) -> None:
    bot = stage.bot
    for language in (None, "zh"):
        for text in ("回音", "事事有回音"):
            await bot.set_my_name(text, language_code=language)
            assert (await bot.get_my_name(language_code=language)).name == text
            await bot.set_my_description(text, language_code=language)
            assert (await bot.get_my_description(language_code=language)).description == text
            await bot.set_my_short_description(text, language_code=language)
            assert (await bot.get_my_short_description(language_code=language)).short_description == text
    await bot.set_my_description()
    assert (await bot.get_my_description()).description == ""


@scene(
    calls="setChatMenuButton getChatMenuButton setMyDefaultAdministratorRights getMyDefaultAdministratorRights",
    shows="MenuButtonCommands=commands MenuButtonDefault=default MenuButtonWebApp=web_app "
    "ChatAdministratorRights.can_manage_topics ChatAdministratorRights.can_post_messages",
)
async def a_bot_sets_its_menu_button_and_wanted_rights(stage: Stage) -> None:
    bot, types = stage.bot, stage.types
    await stage.greet(stage.wang)
    assert (await bot.get_chat_menu_button(stage.wang.id)).type == "default"
    page = types.WebAppInfo(url="https://example.org/mine")
    for button in (types.MenuButtonWebApp(text="我的事", web_app=page), types.MenuButtonCommands()):
        for chat_id in (stage.wang.id, None):
            await bot.set_chat_menu_button(chat_id=chat_id, menu_button=button)
            assert (await bot.get_chat_menu_button(chat_id)).type == button.type
    await bot.set_chat_menu_button(chat_id=stage.wang.id, menu_button=types.MenuButtonDefault())
    rights = _rights(types)
    for channels in (False, True):
        await bot.set_my_default_administrator_rights(rights=rights, for_channels=channels)
        assert (await bot.get_my_default_administrator_rights(for_channels=channels)).can_change_info
        await bot.set_my_default_administrator_rights(for_channels=channels)


def _rights(types: Any) -> Any:
    yes = (
        "can_manage_chat", "can_delete_messages", "can_change_info", "can_invite_users", "can_pin_messages",
        "can_manage_topics", "can_post_messages",
    )  # fmt: skip
    no = (
        "is_anonymous", "can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_post_stories",
        "can_edit_stories", "can_delete_stories",
    )  # fmt: skip
    return types.ChatAdministratorRights(**dict.fromkeys(yes, True), **dict.fromkeys(no, False))
