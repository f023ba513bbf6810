"""The pages that browsers open."""

from pathlib import Path

import httpx
import pytest

from tests.chatserver.harness import PhoneClient
from tests.chatserver.process import ServerProcess

PAGES = ("/in/some-link", "/start/some_bot?start=x", "/phones", "/static/door/sign-in.js")


@pytest.mark.parametrize("path", PAGES)
async def test_pages_keep_links_to_themselves_and_run_no_foreign_script(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_only_pages_that_the_operator_named_may_stand_beside_the_phones(tmp_path: Path) -> None:
    beside = ("回音壁", "http://127.0.0.1:8080/wall/x")
    process = ServerProcess(tmp_path, showcase={"王大娘": "群众"}, beside=beside, guide="http://127.0.0.1:8082")
    process.start()
    try:
        policy = httpx.get(f"{process.url}/phones").headers["content-security-policy"]
        assert policy.endswith("frame-src 'self' http://127.0.0.1:8080 http://127.0.0.1:8082")
        told = httpx.get(f"{process.url}/phones/beside").json()
        assert told["beside"] == {"title": beside[0], "address": beside[1]}
        assert (told["guide"], told["people"]) == ("http://127.0.0.1:8082", {"王大娘": "群众"})
    finally:
        process.stop()


async def test_no_page_has_a_script_or_style_of_its_own(http: httpx.AsyncClient) -> None:
    for path in ("/in/x", "/start/x", "/phones", "/phone/0123456789abcdef/"):
        page = (await http.get(path)).text
        assert "<style" not in page
        assert "<script>" not in page
        assert "style=" not in page


async def test_each_phone_is_an_app_of_its_own(http: httpx.AsyncClient, wang: PhoneClient) -> None:
    manifest = (await http.get(f"{wang.base}/manifest.webmanifest")).json()
    assert manifest["start_url"] == manifest["scope"] == f"{wang.base}/"
    assert (await http.get(manifest["icons"][0]["src"])).status_code == 200


@pytest.mark.parametrize("path", ["/static/../server.py", "/static/..%2fserver.py", "/static/%2e%2e/config.py"])
async def test_static_files_do_not_lead_out_of_their_directory(http: httpx.AsyncClient, path: str) -> None:
    assert (await http.get(path)).status_code == 404


async def test_healthz_says_that_the_store_answers(http: httpx.AsyncClient) -> None:
    answer = await http.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"ok": True})


@pytest.mark.parametrize("path", ["/phone/x/nothing", "/admin/nothing", "/nothing"])
async def test_an_address_that_is_not_there_is_answered_with_a_sentence(http: httpx.AsyncClient, path: str) -> None:
    answer = await http.get(path)
    assert answer.status_code == 404
    assert answer.json().keys() == {"error"}


async def test_a_wrong_method_is_answered_with_a_sentence(http: httpx.AsyncClient) -> None:
    answer = await http.delete("/phone/sign-in")
    assert (answer.status_code, answer.json()) == (405, {"error": "这个地址不能这样用。"})
