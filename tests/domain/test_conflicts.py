"""Claims as values."""

from service.domain.articles import Span
from service.domain.conflicts import Claim, Evidence

SPAN = Span(0, 3, "yes")


def test_a_claim_has_each_of_its_articles_once():
    places = (Evidence("b", None, SPAN), Evidence("a", "q", SPAN), Evidence("b", "r", SPAN))
    assert Claim("yes", places).article_ids == ("a", "b")
