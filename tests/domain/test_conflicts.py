"""Claims as values."""

from service.domain.articles import Span
from service.domain.conflicts import Claim, Evidence, Severity

SPAN = Span(0, 3, "yes")


def test_a_claim_has_each_of_its_articles_once():
    places = (Evidence("b", None, SPAN), Evidence("a", "q", SPAN), Evidence("b", "r", SPAN))
    assert Claim("yes", places).article_ids == ("a", "b")


def test_the_gravest_conflicts_rank_first():
    assert sorted(Severity, key=lambda severity: severity.rank) == [Severity.HIGH, Severity.MEDIUM, Severity.LOW]
