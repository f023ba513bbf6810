import pytest

from storage.engine import Database
from tests.bot.delivery.post import Post
from tests.bot_api import BotApi


@pytest.fixture
def post(bot_api: BotApi, database: Database) -> Post:
    return Post(bot_api, database)
