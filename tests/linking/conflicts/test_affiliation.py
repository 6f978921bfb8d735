"""The conflict over what one speaker is."""

from service.domain.articles import Article
from service.domain.conflicts import Severity
from service.domain.quotations import SpeakerKind
from service.linking.conflicts.affiliation import MAX_POSITIONS, affiliation_conflict
from tests.linking.reports import affiliation, speaker

ARTICLES = [Article(id_, "") for id_ in "abc"]


def conflict_of(*positions, kind=SpeakerKind.PERSON):
    told = [affiliation(role, organization, article_id=id_) for id_, role, organization in positions]
    return affiliation_conflict(speaker("Ana Pérez", kind=kind, affiliations=told), ARTICLES)


def test_another_organization_is_a_conflict():
    conflict = conflict_of(("a", "director", "Food Fund"), ("b", "director", "Seed Alliance"))
    assert [claim.value for claim in conflict.claims] == ["director of Food Fund", "director of Seed Alliance"]
    assert conflict.severity is Severity.HIGH


def test_the_gravest_clash_is_the_conflicts_severity():
    conflict = conflict_of(
        ("a", "director", "Food Fund"), ("b", "owner", "Food Fund"), ("c", "director", "Seed Alliance")
    )
    assert conflict.severity is Severity.HIGH


def test_articles_that_agree_are_one_claim():
    conflict = conflict_of(("a", "director", "Food Fund"), ("b", "owner", "Food Fund"), ("c", "director", "Food Fund"))
    assert [claim.article_ids for claim in conflict.claims] == [("a", "c"), ("b",)]


def test_positions_that_agree_are_no_conflict():
    assert conflict_of(("a", "director", "Food Fund"), ("b", "director", None)) is None


def test_only_people_have_positions_that_clash():
    positions = ("a", "director", "Food Fund"), ("b", "owner", "Food Fund")
    assert conflict_of(*positions, kind=SpeakerKind.ORGANIZATION) is None


def test_of_many_positions_the_newest_count():
    """What an article long past says contradicts nothing once so many newer ones agree."""
    articles = [Article(f"n{number}", "", published_at="2026-02-01") for number in range(MAX_POSITIONS)]
    told = [affiliation("director", "Food Fund", article_id=one.id) for one in articles]
    old = affiliation("owner", "Food Fund", article_id="old")
    ana = speaker("Ana Pérez", affiliations=(old, *told))
    assert affiliation_conflict(ana, [*articles, Article("old", "", published_at="2026-01-31")]) is None
