"""Outlines of many pairs beside those of linking, one by one: what is no bound is the same, and no bound is smaller."""

from itertools import combinations, product

import numpy as np
import pyarrow
import pytest

from service.archive.comparing.outlines import Packed, are_of_one_topic, outlines
from service.domain.quotations import QuotationKind
from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.events import is_one_topic
from service.linking.statements.score_bounds import Outline
from service.linking.time_window import days_apart
from service.store.links.representatives import version_values
from tests.linking.reports import report, with_background

SAID = (
    "The wells of the valley have been dry since the spring festival.",
    "The wells of the valley haven't been dry since the spring festival, and 20 wells give water.",
    "like wildfire",
    "Rumours spread like wildfire in the camp, and nobody could stop them, not even Mayor Omar Said.",
    "Our wells are dry.|The spring festival will be held whatever happens in the valley this year.",
    "Wells, wells, wells: the valley of the wells is dry, dry, dry.",
    "—",
)
DAYS = "2024-06-01", "2024-06-04", "2024-06-05"
SAME = (
    *("n_indirect", "n_shorter", "shorter_weight", "longer_weight"),
    *("shared_vocabulary", "shared_matter", "n_days_apart"),
)
BOUNDS = "longest_run", "n_shared", "shared_weight", "part_weight", "run_weight"


def quotations():
    """Of each wording one between marks and one without, with a day and without; some are of articles on one event."""
    for words, kind, day in product(SAID, (QuotationKind.DIRECT, QuotationKind.INDIRECT), (None, *DAYS)):
        one = report("a", ("Ana Pérez", words), kind=kind, published_at=day)
        yield from comparable_quotations(with_background(one) if kind is QuotationKind.DIRECT else one)


def packed(found):
    rows = [version_values("w0", each) for each in found]
    columns = ([row[name] for row in rows] for name in ("printed", "whole"))
    days = pyarrow.array([each.day for each in found], pyarrow.int64())
    topics = pyarrow.array([row["topic"] for row in rows], pyarrow.large_string())
    return Packed(*(pyarrow.array(column, pyarrow.large_binary()) for column in columns), days, topics)


def pairs():
    return zip(*combinations(quotations(), 2), strict=True)


def test_they_are_as_wide_as_those_of_each_pair():
    left, right = pairs()
    found = outlines(packed(left), packed(right))
    for place, (one, other) in enumerate(zip(left, right, strict=True)):
        expected = Outline.of(one.signatures, other.signatures, days_apart(one.day, other.day), None)
        here = {name: getattr(found, name)[place] for name in (*SAME, *BOUNDS)}
        assert {name: None if np.isnan(here[name]) else here[name] for name in SAME} == pytest.approx(
            {name: getattr(expected, name) for name in SAME}
        )
        assert all(here[name] >= getattr(expected, name) - 1e-9 for name in BOUNDS), (one, other)


def test_those_at_some_places_are_taken():
    left, _ = pairs()
    assert packed(left).of(np.array([3, 3, 0])).whole.to_pylist() == [
        packed(left).whole[at].as_py() for at in (3, 3, 0)
    ]


def test_of_some_pairs_it_is_known_whether_their_articles_are_about_the_same():
    left, right = pairs()
    places = np.arange(0, len(left), 2)
    expected = [is_one_topic(one.occasion.topic, other.occasion.topic) for one, other in zip(left, right, strict=True)]
    assert are_of_one_topic(packed(left), packed(right), places) == expected[::2]
    assert any(expected[::2])
