from nlp.hits import blanked, hits_in, is_told


def test_a_hit_is_called_by_the_path_to_its_list() -> None:
    assert {"danger.look_alikes"} <= {hit.label for hit in hits_in("事情火烧眉毛了")}
    assert is_told("低保的事咋样了", "appeal.asking")


def test_what_was_blanked_is_gone_and_all_places_stay() -> None:
    assert blanked("事情火烧眉毛了 着火", "danger.look_alikes") == "事情    了 着火"
