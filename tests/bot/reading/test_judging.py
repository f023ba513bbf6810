from bot.reading.judging import figures_of, macro_f1


def test_precision_recall_and_their_mean() -> None:
    medicine, road = figures_of([("路", "路"), ("路", "药"), ("药", "药"), ("药", "药")])
    assert (road.label, road.precision, road.recall, road.messages) == ("路", 1.0, 0.5, 2)
    assert (medicine.label, medicine.precision, medicine.recall) == ("药", 2 / 3, 1.0)
    assert round(macro_f1([road, medicine]), 4) == round((2 / 3 + 0.8) / 2, 4)


def test_a_label_that_was_never_said_counts_as_nothing() -> None:
    (road,) = figures_of([("路", "药")])
    assert (road.f1, macro_f1([road])) == (0.0, 0.0)
