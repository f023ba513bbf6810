import pytest

from bot.chatserver.formatting import format_text
from tests.chatserver.formatting.reading import shown


def _found(text: str, kind: str) -> list[str]:
    return [words for found, words in shown(format_text(text)) if found == kind]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("@wang_5, @wang.", ["@wang_5", "@wang"]),
        ("(@wang)", ["@wang"]),
        ("找\uff1a@wang。", ["@wang"]),
        ("找@wang", []),
        ("@wang吧", []),
        ("a@wang", []),
        ("@abc @gif @a", ["@gif"]),
        (f"@{'a' * 32} @{'b' * 33}", [f"@{'a' * 32}"]),
    ],
)
def test_mentions(text: str, mentions: list[str]) -> None:
    # MessageEntity.cpp: match_mentions, find_mentions
    assert _found(text, "mention") == mentions


@pytest.mark.parametrize(
    ("text", "commands"),
    [
        ("/start", ["/start"]),
        ("/start@huiyin_bot deep", ["/start@huiyin_bot"]),
        ("请点 /start。", ["/start"]),
        ("请点/start", []),
        ("/start吧", []),
        ("/a/b", []),
        ("</b>", []),
        ("/start@ab", []),
        ("/路", []),
        (f"/{'a' * 64} /{'b' * 65}", [f"/{'a' * 64}"]),
    ],
)
def test_bot_commands(text: str, commands: list[str]) -> None:
    # MessageEntity.cpp: match_bot_commands
    assert _found(text, "bot_command") == commands


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#路灯 坏了", ["#路灯"]),
        ("看#路灯", []),
        ("#路灯。#修路\uff0c", ["#路灯", "#修路"]),
        ("#123 #1a", ["#1a"]),
        ("#a#b", []),
        ("#a@huiyin_bot", ["#a@huiyin_bot"]),
        ("#①", []),
        ("#a·b", ["#a·b"]),
        (f"#{'a' * 300}", [f"#{'a' * 256}"]),
    ],
)
def test_hashtags(text: str, tags: list[str]) -> None:
    # MessageEntity.cpp: match_hashtags
    assert _found(text, "hashtag") == tags


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("$USD $CNY.", ["$USD", "$CNY"]),
        ("$1INCH", ["$1INCH"]),
        ("$usd $USDx $ABCDEFGHI a$USD $$USD", []),
        ("$USD@huiyin_bot", ["$USD@huiyin_bot"]),
    ],
)
def test_cashtags(text: str, tags: list[str]) -> None:
    # MessageEntity.cpp: match_cashtags
    assert _found(text, "cashtag") == tags


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("http://a.com/b?c=d#e.", ["http://a.com/b?c=d#e"]),
        ("(see https://a.com/b_(c))", ["https://a.com/b_(c)"]),
        ("telegram.org, 1.2.3.4", ["telegram.org", "1.2.3.4"]),
        ("Thanks.Now a.Com 1.5 a.b v1.2.3.4.5", []),
        ("http://a.unknown b.unknown", ["http://a.unknown"]),
        ("me:secret@a.com:8080/x", ["me:secret@a.com:8080/x"]),
        ("a.com:99999", ["a.com"]),
        ("xhttp://a.com shttp://b.com foo://c.com", ["http://a.com"]),
        ("a_b.c.com a.b_c.com http://-a.com http://a-.com", ["a_b.c.com", "http://-a.com"]),
        ("http://中国.cn/路径", ["http://中国.cn/路径"]),
        ("http://xn--fiqs8s.xn--fiqs8s", ["http://xn--fiqs8s.xn--fiqs8s"]),
        ("teiegram.org", []),
        ("tg://resolve?domain=x, ton://a", ["tg://resolve?domain=x", "ton://a"]),
    ],
)
def test_urls(text: str, urls: list[str]) -> None:
    # MessageEntity.cpp: match_urls, fix_url, match_tg_urls
    assert _found(text, "url") == urls


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("看http://example.com。", ["http://example.com"]),
        ("网址\uff1aexample.com\uff0c请看", ["example.com"]),
        ("\uff08http://example.com/a\uff09和【http://example.cn】", ["http://example.com/a", "http://example.cn"]),
        ("“http://example.com”", ["http://example.com"]),
        ("修路花了3.5元。共2.8公里", []),
    ],
)
def test_an_address_ends_where_the_chinese_sentence_goes_on(text: str, urls: list[str]) -> None:
    # Our own rule: TDLib would take the full stop and the comma of Chinese into the address.
    assert _found(text, "url") == urls


@pytest.mark.parametrize(
    ("text", "mails"),
    [
        ("wang.5@mail.example.com", ["wang.5@mail.example.com"]),
        ("邮箱\uff1awang@qq.com。", ["wang@qq.com"]),
        ("mailto:wang@qq.com", ["wang@qq.com"]),
        ("wang@qq", []),
    ],
)
def test_mail_addresses(text: str, mails: list[str]) -> None:
    # MessageEntity.cpp: is_email_address, find_urls
    assert _found(text, "email") == mails


def test_of_two_that_overlap_the_first_is_taken() -> None:
    # MessageEntity.cpp: fix_entity_offsets
    assert shown(format_text("http://a.com/#tag @b.com")) == [("url", "http://a.com/#tag")]


def test_nothing_is_found_in_code_and_links() -> None:
    # MessageEntity.cpp: merge_entities
    made = format_text('<code>/a #b</code> <pre>@cccc</pre> <a href="http://a.cn">b.cn</a>', parse_mode="HTML")
    assert [kind for kind, _ in shown(made)] == ["code", "pre", "text_link"]


def test_offsets_of_what_is_found_count_emoji_twice() -> None:
    assert format_text("😀 /start").entities == ({"type": "bot_command", "offset": 3, "length": 6},)


def test_nothing_is_found_where_detection_is_off() -> None:
    assert format_text("/start http://a.cn", detect=False).entities == ()
