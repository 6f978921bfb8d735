"""Confirmed conflicts as schema.org's ClaimReview."""

import json
from dataclasses import replace

import pytest

from service.domain.archive import ArticleSummary, ConflictDetail, NamedSpeaker
from service.domain.articles import Span
from service.domain.conflicts import Claim, ConflictKind, Evidence, Severity, Status
from service.domain.judgements import Judgement, Subject
from service.presentation.reviews.claim_reviews import claim_review_graph, claim_reviews

ADDRESS = "https://desk.example/desk/conflicts/c1"
JUDGEMENT = Judgement(
    "j1", Subject.CONFLICT, "k", "q", "confirmed", "Lee", 0.0, "Heard on the tape.", 0, source="https://tape.example"
)


def claim(words: str, article_id: str) -> Claim:
    return Claim(words, (Evidence(article_id, f"q-{article_id}", Span(0, len(words), words)),))


def conflict(kind: ConflictKind = ConflictKind.WORDING, **judged) -> ConflictDetail:
    """Two outlets quote Ana Ruiz; the first is right unless something else is said."""
    return ConflictDetail(
        *("c1", kind, Severity.HIGH, "t1", None, "They differ."),
        (claim("It will rain.", "a"), claim("It will not rain.", "b")),
        status=Status.CONFIRMED,
        found_at=0.0,
        changed_at=0.0,
        speakers=(NamedSpeaker("s1", "Ana Ruiz"),),
        articles=(
            ArticleSummary("a", "Rain", "The Post", "https://post.example/1", "2026-05-04", 0.0),
            ArticleSummary("b", None, None, None, None, 0.0),
        ),
        judgement=replace(JUDGEMENT, **judged),
    )


def test_each_side_is_reviewed():
    right, wrong = claim_reviews(conflict(), ADDRESS)["@graph"]
    assert right == {
        "@type": "ClaimReview",
        "@id": f"{ADDRESS}#claim-0",
        "url": ADDRESS,
        "datePublished": "1970-01-01T00:00:00.000+00:00",
        "author": {"@type": "Person", "name": "Lee"},
        "claimReviewed": "Ana Ruiz said: “It will rain.”",
        "reviewBody": "Heard on the tape.",
        "citation": "https://tape.example",
        "itemReviewed": {
            "@type": "Claim",
            "author": [{"@type": "Organization", "name": "The Post"}],
            "appearance": [
                {
                    "@type": "NewsArticle",
                    "headline": "Rain",
                    "url": "https://post.example/1",
                    "datePublished": "2026-05-04",
                }
            ],
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "Quoted correctly",
            "ratingValue": 5,
            "bestRating": 5,
            "worstRating": 1,
        },
    }
    assert (wrong["reviewRating"]["alternateName"], wrong["reviewRating"]["ratingValue"]) == ("Misquoted", 1)


@pytest.mark.parametrize(
    ("kind", "judged", "names", "claimed"),
    [
        ("wording", {"right_claim": None}, ["Disputed", "Disputed"], "Ana Ruiz said: “It will rain.”"),
        ("wording", {"right_claim": None, "none_is_right": True}, ["Misquoted", "Misquoted"], "Ana Ruiz said: “"),
        ("speaker", {}, ["Attributed correctly", "Misattributed"], "The words are those of It will rain.."),
        ("affiliation", {}, ["Correct", "Incorrect"], "Ana Ruiz: It will rain."),
    ],
)
def test_ratings_are_called_by_what_is_claimed(kind, judged, names, claimed):
    reviews = claim_reviews(conflict(ConflictKind(kind), **judged), ADDRESS)["@graph"]
    assert [one["reviewRating"]["alternateName"] for one in reviews] == names
    assert reviews[0]["claimReviewed"].startswith(claimed)


def test_only_confirmed_conflicts_are_reviews():
    dismissed = replace(conflict(), status=Status.DISMISSED)
    assert claim_reviews(dismissed, ADDRESS)["@graph"] == []
    graph = json.loads("".join(claim_review_graph([dismissed, conflict()], lambda id_: f"/{id_}")))
    assert [one["url"] for one in graph["@graph"]] == ["/c1", "/c1"]
