"""Texts, to and fro, with all their formatting."""

from tests.chatserver.twoclients.scene import scene
from tests.chatserver.twoclients.stage import Stage

HTML = (
    "<b>收到了</b> <i>您</i> <u>的</u> <s>旧</s> <tg-spoiler>话</tg-spoiler> <code>127</code> <pre>东-127</pre>"
    '<pre><code class="language-python">x = 1</code></pre><blockquote>原话</blockquote>'
    '<blockquote expandable>很长的原话</blockquote><a href="https://example.org/wall">回音壁</a> '
    '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji> <tg-time unix="1764000000" format="wDT">周一</tg-time>'
)
MARKDOWN_V2 = "*粗* _斜_ __线__ ~删~ ||藏|| `码` [链](https://example.org/)\n>引"
FOUND = "@huiyin_bot #路灯 $USD /help example.org wang@example.org"


@scene(
    calls="getMe sendMessage",
    shows="Message.text Message.entities MessageEntity=bold MessageEntity=italic MessageEntity=underline "
    "MessageEntity=strikethrough MessageEntity=spoiler MessageEntity=code MessageEntity=pre MessageEntity=blockquote "
    "MessageEntity=expandable_blockquote MessageEntity=text_link MessageEntity=custom_emoji MessageEntity=date_time "
    "User.can_read_all_group_messages",
)
async def a_bot_formats_its_texts(stage: Stage) -> None:
    assert (await stage.bot.get_me()).id == stage.me.id
    await stage.greet(stage.wang)
    for mode, text in {"HTML": HTML, "MarkdownV2": MARKDOWN_V2, "Markdown": "*粗* _斜_ `码`"}.items():
        sent = await stage.bot.send_message(stage.wang.id, text, parse_mode=mode)
        assert sent.entities


@scene(
    shows="MessageEntity=text_mention MessageEntity=mention MessageEntity=hashtag MessageEntity=cashtag "
    "MessageEntity=bot_command MessageEntity=url MessageEntity=email "
    "Message.link_preview_options Message.has_protected_content",
)
async def a_bot_gives_entities_and_options(stage: Stage) -> None:
    await stage.greet(stage.sun)
    await stage.greet(stage.wang)
    person = stage.types.User(id=stage.sun.id, is_bot=False, first_name="孙干部")
    entities = [
        stage.types.MessageEntity(type="text_mention", offset=0, length=3, user=person),
        stage.types.MessageEntity(type="bold", offset=4, length=2),
    ]
    await stage.bot.send_message(stage.wang.id, "孙干部 😀", entities=entities, disable_notification=True)
    preview = stage.types.LinkPreviewOptions(
        url="https://example.org/", prefer_small_media=True, show_above_text=True, is_disabled=False
    )
    await stage.bot.send_message(stage.wang.id, FOUND, link_preview_options=preview, protect_content=True)
    quiet = stage.types.LinkPreviewOptions(is_disabled=True)
    await stage.bot.send_message(stage.wang.id, "example.org", link_preview_options=quiet)


@scene(
    calls="sendChatAction",
    shows="Update.message Update.edited_message Message.message_id Message.from Message.chat Message.date "
    "Message.edit_date Message.contact Message.location Message.dice Contact.user_id",
)
async def people_write_and_correct_themselves(stage: Stage) -> None:
    chat = await stage.wang.start(stage.me, "door_4-2")
    assert (await stage.hear()).text == "/start door_4-2"
    said = await stage.wang.send(chat, FOUND)
    assert len((await stage.hear(text=FOUND)).entities) == 6
    await stage.bot.send_chat_action(stage.wang.id, "typing")
    await stage.wang.post(f"chats/{chat}/messages/{said['message_id']}/edit", text="路灯坏了 😀 #路灯")
    assert (await stage.hear("edited_message")).text == "路灯坏了 😀 #路灯"
    await stage.wang.write(chat, location={"latitude": 35.79, "longitude": 118.62})
    assert (await stage.hear()).location.latitude == 35.79
    await stage.wang.write(chat, contact={"phone_number": "13800000000", "first_name": "王大娘"})
    assert (await stage.hear()).contact.user_id == stage.wang.id
    await stage.wang.write(chat, dice="🎯")
    assert 1 <= (await stage.hear()).dice.value <= 6
