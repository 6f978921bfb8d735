"""A conflict as readers see it."""

from collections.abc import Iterator

from service.domain.articles import Span
from service.domain.conflicts import Claim, Conflict, ConflictKind, Evidence, Severity
from service.presentation.claims import Words
from service.presentation.conflict_view import SideView, conflict_view


def _claim(value: str, *articles: str) -> Claim:
    return Claim(value, tuple(Evidence(article, None, Span(0, 1, "x")) for article in articles))


CONFLICT = Conflict(
    *("c", ConflictKind.AFFILIATION, Severity.LOW, None, "s", "They disagree."),
    (_claim("mayor", "a", "b", "c"), _claim("minister", "d")),
)


def test_a_side_has_its_words_and_places():
    view = conflict_view(CONFLICT, lambda claim: claim.article_ids)
    assert (view.kind, view.severity, view.summary) == ("affiliation", "low", "They disagree.")
    assert not view.is_quoted
    assert view.sides == (
        SideView((Words("mayor", True),), ("a", "b", "c"), 0),
        SideView((Words("minister", True),), ("d",), 0),
    )


def test_no_more_places_are_asked_for_than_are_shown():
    asked = []

    def places(claim: Claim) -> Iterator[str]:
        for article_id in claim.article_ids:
            asked.append(article_id)
            yield article_id

    first, second = conflict_view(CONFLICT, places, most_places=2).sides
    assert (first.places, first.n_more) == (("a", "b"), 1)
    assert (second.places, second.n_more) == (("d",), 0)
    assert asked == ["a", "b", "d"]
