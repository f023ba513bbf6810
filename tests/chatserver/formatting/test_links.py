import pytest

from bot.chatserver.formatting.links import check_link, date_in, emoji_in, user_in
from bot.chatserver.formatting.web_address import AddressError


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("http://a.cn", "http://a.cn/"),
        ("HTTPS://Me:Secret@A.CN:0443?q=1 2#x ", "https://Me:Secret@a.cn:443/?q=1%202#x"),
        ("中国.cn/路", "http://中国.cn/路"),
        ("http://[::1]/x", "http://[::1]/x"),
        ("tg:resolve?domain=x", "tg://resolve?domain=x"),
        ("TG://Settings", "tg://settings/"),
        ("tonsite://a.ton/x", "tonsite://a.ton/x"),
    ],
)
def test_a_link_is_kept_in_its_plain_form(link: str, kept: str) -> None:
    # LinkManager.cpp: check_link_impl; HttpUrl.cpp: parse_url, get_url
    assert check_link(link) == kept


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("", "URL host is empty"),
        (".", "Host is invalid"),
        ("localhost", "Wrong HTTP URL"),
        ("ftp://a.cn", "Unsupported URL protocol"),
        ("a.cn:0", "Wrong port number specified in the URL"),
        ("a.cn:65536", "Wrong port number specified in the URL"),
        ("http://[::z]", "Wrong IPv6 address specified in the URL"),
        ("http://a b.cn", "Disallowed character in URL host"),
        ("http://a%2.cn", "Wrong percent-encoded symbol in URL host"),
        ("http://a[b@a.cn", "Disallowed character in URL userinfo"),
        ("tg://http://a", "Wrong tg URL"),
        ("ton://me@a", "Wrong ton URL"),
        ("tg://a.b", "Unallowed characters in URL host"),
    ],
)
def test_a_wrong_link_is_refused_with_its_reason(link: str, words: str) -> None:
    with pytest.raises(AddressError) as refused:
        check_link(link)
    assert str(refused.value) == words


def test_inner_links_carry_users_emoji_and_dates() -> None:
    # LinkManager.cpp: get_link_user_id, get_link_custom_emoji_id, get_link_formatted_date
    assert user_in("TG:user/?a=1&ID=5#x") == 5
    assert user_in("tg://user?id=05") is None
    assert user_in(f"tg://user?id={1 << 40}") is None
    assert emoji_in("tg://emoji?id=-53&id=54") == -53
    assert date_in("tg://time?unix=1700000000&format=TdW") == (1700000000, "wdT")
    assert date_in("tg://time?unix=1700000000&format=x") is None
