"""Bars of a plot."""

from service.presentation.bar_chart import ROW, bars


def test_the_longest_fills_the_picture_and_nothing_is_lost():
    first, second = bars([("a", 1000, 500, 1), ("b", 1, 0, 0)])
    assert (first.width, first.contradicted, first.corrected, first.top) == (100, 50, 0.5, 0)
    assert (second.width, second.contradicted, second.top) == (0.5, 0, ROW)
    assert bars([]) == ()
    assert bars([("a", 0, 0, 0)])[0].width == 0
