"""No shape of text takes CPU time that grows much faster than its length.

Without the models, whose time grows with the length because they read in windows: `python -m bench.growth` measures
with them, and longer texts.
"""

import pytest

from bench.growth import STEEPEST, Growth, exponent, grow, table
from bench.hostile import PAGES, TEXTS, name_of, page, shape, word_of
from tests.rough_parser import RoughParser
from tests.rounds import rounds

# A length half way between them would count nothing: the best line rises as it does from the first point to the last.
SIZES = (1_000, rounds(5_000, 9_000))
# Those that took a minute once, and others that take next to nothing; the rest is read by `make test`.
QUICK = (
    "one name",
    "straight marks",
    "blanks",
    "according",
    "one word",
    "tails in the body",
)
TRIES = 3


@pytest.mark.no_cover
@pytest.mark.parametrize(
    "name", [name if name in QUICK else pytest.param(name, marks=pytest.mark.slow) for name in (*TEXTS, *PAGES)]
)
def test_time_grows_with_the_length(name: str):
    """A busy machine may slow one measurement down, not three."""
    parser = RoughParser()
    grown = [grow(name, parser, SIZES)]
    while grown[-1].exponent > STEEPEST and len(grown) < TRIES:
        grown.append(grow(name, parser, SIZES))
    assert min(each.exponent for each in grown) <= STEEPEST, [each.seconds for each in grown]


def test_there_are_forty_shapes_and_all_have_the_length_asked_for():
    assert len(TEXTS) >= 40
    assert {len(shape(name, 777)) for name in TEXTS} == {777}
    assert all(len(page(name, 777)) > 777 for name in PAGES)
    assert (
        len({name_of(number) for number in range(5_000)}) == len({word_of(number) for number in range(5_000)}) == 5_000
    )


def test_the_exponent_is_that_of_the_growth():
    assert exponent((10, 100), (1.0, 100.0)) == pytest.approx(2)
    assert exponent((10, 100), (0.001, 0.01)) == 0


def test_the_report_names_the_steepest():
    report = table([Growth("names", (10, 100), (1.0, 10.0)), Growth("marks", (10, 100), (1.0, 100.0))])
    assert "| marks | 1.00 | 100.00 | 2.00 |" in report
    assert "The steepest is marks" in report
