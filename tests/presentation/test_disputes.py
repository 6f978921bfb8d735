"""Who disagrees with an article, and where."""

from dataclasses import replace

from service.domain.articles import Span
from service.domain.conflicts import Analysis, Claim, Conflict, ConflictKind, Evidence, Severity, Status
from service.presentation.disputes import disputed_places


def test_the_parts_of_a_quotation_are_one_place(analysis: Analysis):
    words, position = disputed_places("morning", analysis.conflicts, {"evening": "The Star"})
    assert [part.text for part in words.parts] == ["We will build the bridge,", "before May."]
    assert (words.dispute.conflict_id, words.dispute.kind, words.dispute.others) == ("c1", "wording", ("The Star",))
    assert [part.text for part in position.parts] == ["director of the Port Office"]


def test_what_an_editor_dismissed_is_no_dispute(analysis: Analysis):
    dismissed = [replace(conflict, status=Status.DISMISSED) for conflict in analysis.conflicts]
    confirmed = [replace(conflict, status=Status.CONFIRMED) for conflict in analysis.conflicts]
    assert list(disputed_places("morning", dismissed, {})) == []
    assert len(list(disputed_places("morning", confirmed, {}))) == 2


def test_each_place_is_disputed_and_each_outlet_named_once():
    def claim(value, *places):
        return Claim(value, tuple(Evidence(article_id, None, Span(at, at + 1, "x")) for article_id, at in places))

    claims = (claim("x", ("a", 3), ("a", 9)), claim("y", ("b", 1), ("c", 1)), claim("z", ("d", 1)))
    conflict = Conflict("c", ConflictKind.AFFILIATION, Severity.LOW, None, "s", "", claims)
    names = {"b": "The Star", "c": "The Star"}
    first, second = disputed_places("a", [conflict], names)
    assert [place.parts[0].start for place in (first, second)] == [3, 9]
    assert first.dispute.others == ("The Star", "another report")
    assert list(disputed_places("e", [conflict], names)) == []
