from nlp.judge import FOLDER, read_judges
from nlp.learning.judges import QUESTIONS, Question, learn
from nlp.signs import signs_of

QUESTION = Question("danger", "danger", frozenset({"none"}), tells_kinds=True)
SENTENCES = [
    *((f"{where}着火了", "fire") for where in ("锅屋", "屋里", "后山", "麦场", "西屋", "仓库")),
    *((f"{where}发大水了", "flood") for where in ("河里", "村口", "地里", "桥下", "塘边", "山沟")),
    *((f"{where}的路灯坏了", "none") for where in ("村口", "桥头", "后街", "地边", "学校", "井台")),
]


def test_what_was_learnt_from_a_few_sentences_is_read_back() -> None:
    judges = read_judges({"danger": learn(QUESTION, SENTENCES).splitlines()})
    alight, dark = signs_of("草垛着火了"), signs_of("东头的路灯坏了")
    assert judges.scores(alight)["danger"] > 0 > judges.scores(dark)["danger"]
    assert judges.likeliest("danger", alight) == "fire"
    assert judges.likeliest("danger", signs_of("沟里发大水了")) == "flood"


def test_the_same_sentences_give_the_same_bytes() -> None:
    assert learn(QUESTION, SENTENCES) == learn(QUESTION, SENTENCES)


def test_every_question_has_its_file() -> None:
    assert {question.name for question in QUESTIONS} <= {path.stem for path in FOLDER.glob("*.tsv")}
