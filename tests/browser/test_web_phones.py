"""People at web phones, a bot at the other end of the Bot API."""

import re
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, expect

from tests.browser.conftest import DESKTOP, Screen, Shelf
from tests.chatserver.harness import BotClient, Operator, PhoneClient
from tests.chatserver.process import ServerProcess

MEASURE = Path(__file__).with_name("measure.js").read_text()
CARD = {
    "inline_keyboard": [
        [{"text": "接手", "callback_data": "accept:127", "style": "success"}],
        [{"text": "办不了,报上级", "callback_data": "escalate:127"}, {"text": "更多", "callback_data": "more:127"}],
    ]
}
FIXED = {
    "keyboard": [[{"text": "我要反映"}, {"text": "我的事"}, {"text": "找人帮忙"}]],
    "is_persistent": True,
    "resize_keyboard": True,
    "input_field_placeholder": "您有什么难处,直接在这里说",
}


async def test_a_villager_and_a_cadre_talk_through_a_bot(
    shelf: Shelf, bot: BotClient, wang: PhoneClient, sun: PhoneClient
) -> None:
    await wang.start(bot)
    await sun.start(bot)
    villager = await shelf.phone(wang)
    cadre = await shelf.phone(sun, size=DESKTOP)
    await bot.call("sendMessage", chat_id=wang.id, text="您好!您有什么难处,直接在这里说。", reply_markup=FIXED)
    await villager.sees("您有什么难处")

    await villager.say("俺娘八十了瘫床上 低保给停了")
    said = await bot.receive("message", text="俺娘八十了瘫床上 低保给停了")
    card = await bot.call(
        "sendMessage",
        chat_id=sun.id,
        text=f"<b>磨石沟-127 · 低保救助</b>\n<blockquote>{said['text']}</blockquote>",
        parse_mode="HTML",
        reply_markup=CARD,
    )
    await cadre.sees("磨石沟-127")
    await cadre.tap("接手")
    tap = await bot.receive("callback_query", data="accept:127")
    await bot.call("answerCallbackQuery", callback_query_id=tap["id"], text="接手了,周三以前回音")
    await cadre.sees("接手了,周三以前回音")
    await cadre.picture("cadre-card")

    await cadre.page.locator(".message .bubble").last.click()
    await cadre.tap("回复")
    await cadre.say("我明天上午上门帮您补材料")
    answer = await bot.receive("message", text="我明天上午上门帮您补材料")
    assert answer["reply_to_message"]["message_id"] == card["message_id"]
    await bot.call("sendMessage", chat_id=wang.id, text=f"127号有回音了:{answer['text']}")
    await villager.sees("127号有回音了")
    await villager.picture("villager-answer")


async def test_an_edited_message_changes_and_a_deleted_one_goes_without_a_reload(
    shelf: Shelf, bot: BotClient, wang: PhoneClient
) -> None:
    await wang.start(bot)
    screen = await shelf.phone(wang)
    sent = await bot.call("sendMessage", chat_id=wang.id, text="有人在办")
    await screen.sees("有人在办")
    await bot.call("editMessageText", chat_id=wang.id, message_id=sent["message_id"], text="办好了")
    await screen.sees("办好了")
    await bot.call("deleteMessage", chat_id=wang.id, message_id=sent["message_id"])
    await screen.page.locator("#messages").get_by_text("办好了").wait_for(state="detached")


async def test_a_photo_a_voice_message_and_a_place_reach_the_bot(
    shelf: Shelf, bot: BotClient, wang: PhoneClient, tmp_path: Path
) -> None:
    picture = tmp_path / "wall.jpg"
    Image.new("RGB", (800, 600), (150, 120, 90)).save(picture)
    await wang.start(bot)
    screen = await shelf.phone(wang)
    await screen.tap("添加")
    async with screen.page.expect_file_chooser() as chooser:
        await screen.tap("📷 照片")
    await (await chooser.value).set_files(picture)
    photo = await bot.receive("message")
    while "photo" not in photo:
        photo = await bot.receive("message")
    assert (photo["photo"][-1]["width"], photo["photo"][-1]["height"]) == (800, 600)
    await screen.page.locator("img.picture").wait_for()

    await screen.tap("语音")
    await screen.tap("说完了,发送")
    assert (await bot.receive("message"))["voice"]["duration"] >= 1
    await screen.tap("添加")
    await screen.tap("📍 我的位置")
    assert (await bot.receive("message"))["location"]["latitude"] == 35.79
    await screen.sees("35.79")
    await screen.picture("photo-voice-place")


async def test_a_grid_lead_answers_in_a_topic_of_the_grids_group(
    shelf: Shelf, bot: BotClient, operator: Operator, li: PhoneClient
) -> None:
    rights = {"can_manage_topics": True, "can_post_messages": True}
    group = await operator.add_chat(
        "supergroup", "磨石沟网格", (li, "creator"), (bot, "administrator", rights), is_forum=True
    )
    screen = await shelf.phone(li, size=DESKTOP)
    topic = await bot.call("createForumTopic", chat_id=group, name="127号 低保")
    await bot.call(
        "sendMessage", chat_id=group, message_thread_id=topic["message_thread_id"], text="从孙干部转来:到期没有回音"
    )
    await screen.page.get_by_role("tab", name="127号 低保").click()
    await screen.sees("从孙干部转来")
    await screen.say("我来办")
    said = await bot.receive("message", text="我来办")
    assert said["message_thread_id"] == topic["message_thread_id"]
    await screen.picture("lead-topic")


async def test_elder_view_is_large_strong_and_wide_enough(shelf: Shelf, bot: BotClient, wang: PhoneClient) -> None:
    """MIIT's spec for elder views (telegram.md §7): text >= 18 px, targets >= 60 px, contrast >= 4.5:1."""
    await wang.start(bot)
    screen = await shelf.phone(wang)
    await bot.call(
        "sendMessage",
        chat_id=wang.id,
        text="<b>127号</b>有回音了。<i>解决了吗?</i>",
        parse_mode="HTML",
        reply_markup=CARD,
    )
    await bot.call("sendMessage", chat_id=wang.id, text="您好!", reply_markup=FIXED)
    await screen.say("还没解决")
    await screen.sees("还没解决")
    for scheme in ("light", "dark"):
        await screen.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        assert await screen.page.evaluate(MEASURE) == []
        await screen.picture(f"elder-{scheme}")
    await screen.page.locator(".message .bubble").last.click()
    assert await screen.page.evaluate(MEASURE) == []
    await screen.picture("elder-actions")
    await screen.tap("关上")
    await screen.page.get_by_label("回到对话列表").click()
    assert await screen.page.evaluate(MEASURE) == []
    await screen.picture("elder-list")


async def test_everything_can_be_done_by_keyboard(shelf: Shelf, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    screen = await shelf.phone(wang)
    sent = await bot.call("sendMessage", chat_id=wang.id, text="解决了吗?", reply_markup=CARD)
    await screen.sees("解决了吗?")
    await focus_by_tab(screen, "接手")
    await screen.page.keyboard.press("Enter")
    assert (await bot.receive("callback_query"))["data"] == "accept:127"
    await focus_by_tab(screen, "在这里说")
    await screen.page.keyboard.type("没解决")
    await screen.page.keyboard.press("Enter")
    await bot.receive("message", text="没解决")
    bubble = screen.page.locator(f"[data-message='{sent['message_id']}'] .bubble")
    await bubble.focus()
    await screen.page.keyboard.press("Enter")
    await screen.page.get_by_role("dialog").wait_for()
    await screen.page.keyboard.press("Enter")
    await screen.page.keyboard.type("哪里没解决")
    await screen.page.keyboard.press("Enter")
    assert (await bot.receive("message", text="哪里没解决"))["reply_to_message"]["message_id"] == sent["message_id"]


async def focus_by_tab(screen: Screen, label: str) -> None:
    """Press Tab until what bears this label has the focus."""
    for _ in range(60):
        await screen.page.keyboard.press("Tab")
        focused = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent"
        if await screen.page.evaluate(focused) == label:
            return
    raise AssertionError(f"sixty tabs did not reach {label}")


async def test_unread_messages_are_counted_in_the_list_and_in_the_title(
    shelf: Shelf, bot: BotClient, operator: Operator, wang: PhoneClient
) -> None:
    other = await operator.add_bot("县医院", f"hospital{wang.id}_bot")
    await wang.start(bot)
    await wang.start(other)
    screen = await shelf.phone(wang)
    await screen.page.get_by_role("button", name="县医院").click()
    for text in ("127号有回音了", "请您评价"):
        await bot.call("sendMessage", chat_id=wang.id, text=text)
    await expect(screen.page).to_have_title(re.compile(r"^\(2\)"))
    await screen.page.get_by_label("回到对话列表").click()
    await screen.page.get_by_label("有 2 条新消息").wait_for()
    await screen.picture("unread")


async def test_selected_words_can_be_quoted(shelf: Shelf, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    screen = await shelf.phone(wang)
    await bot.call("sendMessage", chat_id=wang.id, text="下月起恢复,停的一个月补发")
    await screen.sees("下月起恢复")
    body = screen.page.locator(".message:not(.out) .body")
    await body.wait_for()
    box = await body.bounding_box()
    assert box
    await screen.page.mouse.move(box["x"] + 1, box["y"] + box["height"] / 2)
    await screen.page.mouse.down()
    await screen.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=5)
    await screen.page.mouse.up()
    await screen.tap("引用选中的字")
    await screen.say("是哪个月?")
    said = await bot.receive("message", text="是哪个月?")
    assert said["quote"]["text"] in "下月起恢复,停的一个月补发"
    await screen.page.locator(".out .reply-to").get_by_text(said["quote"]["text"]).wait_for()


async def test_a_deep_link_opens_the_bot_with_its_payload(shelf: Shelf, bot: BotClient, wang: PhoneClient) -> None:
    screen = await shelf.phone(wang)
    await screen.page.goto(screen.page.url.split("/phone/")[0] + f"/start/{bot.username}?start=card-3f9")
    await screen.page.get_by_role("link", name="打开").click()
    assert (await bot.receive("message", text="/start card-3f9"))["from"]["id"] == wang.id


async def test_a_bots_words_are_never_markup(shelf: Shelf, bot: BotClient, wang: PhoneClient) -> None:
    await wang.start(bot)
    screen = await shelf.phone(wang)
    await bot.call("sendMessage", chat_id=wang.id, text='<img src=x onerror="document.title=1">')
    await screen.sees("<img src=x")
    assert await screen.page.locator("#messages img").count() == 0


async def test_a_demo_shows_its_peoples_phones_side_by_side(browser: Browser, tmp_path: Path) -> None:
    server = ServerProcess(tmp_path, showcase={"王大娘": "群众", "孙干部": "联系干部", "李组长": "村网格组长"})
    server.start()
    page = await browser.new_page(viewport={"width": 1320, "height": 900})
    await page.goto(server.url)
    for name in ("王大娘", "孙干部", "李组长"):
        await page.frame_locator(f"iframe[title='{name}的手机']").locator("#whoami").get_by_text(name).wait_for()
    await Screen(page).picture("side-by-side")
    server.stop()
