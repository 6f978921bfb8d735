"""Confirmed conflicts as schema.org's ClaimReview: one for each side, which says whether it is right.

What is reviewed is the outlet's report, not what the speaker said: a misquoted speaker may be right. The rating is 5
for the right side and 1 for a wrong one, as search engines read it; where nobody has said which is right, it has only a
name.
"""

from collections.abc import Callable, Iterable, Iterator

from service.domain.archive import ConflictDetail
from service.domain.conflicts import Claim, ConflictKind, Status
from service.domain.judgements import Judgement
from service.domain.times import iso_time
from service.presentation.export_formats import Node, document, without_nulls

_CONTEXT: Node = {"@context": "https://schema.org"}
_BEST, _WORST = 5, 1
# How each rating is called, by what the claim is about.
_RIGHT = {ConflictKind.WORDING: "Quoted correctly", ConflictKind.SPEAKER: "Attributed correctly"}
_WRONG = {ConflictKind.WORDING: "Misquoted", ConflictKind.SPEAKER: "Misattributed"}


def claim_reviews(conflict: ConflictDetail, address: str) -> Node:
    """A graph of the reviews of a confirmed conflict, whose page is at the address; empty if it is not confirmed."""
    return {**_CONTEXT, "@graph": list(_reviews(conflict, address))}


def claim_review_graph(conflicts: Iterable[ConflictDetail], address_of: Callable[[str], str]) -> Iterator[str]:
    """The graph of all conflicts' reviews, piece by piece."""
    nodes = (node for conflict in conflicts for node in _reviews(conflict, address_of(conflict.id)))
    return document(_CONTEXT, "@graph", nodes)


def _reviews(conflict: ConflictDetail, address: str) -> Iterator[Node]:
    judgement = conflict.judgement
    if conflict.status is not Status.CONFIRMED or judgement is None:
        return
    for index, claim in enumerate(conflict.claims):
        yield without_nulls(
            {
                "@type": "ClaimReview",
                "@id": f"{address}#claim-{index}",
                "url": address,
                "datePublished": iso_time(judgement.judged_at),
                "author": {"@type": "Person", "name": judgement.judged_by},
                "claimReviewed": _reviewed(conflict, claim),
                "reviewBody": judgement.reason or conflict.summary,
                "citation": judgement.source,
                "itemReviewed": _claim(conflict, claim),
                "reviewRating": _rating(conflict.kind, judgement, index),
            }
        )


def _reviewed(conflict: ConflictDetail, claim: Claim) -> str:
    names = ", ".join(speaker.name for speaker in conflict.speakers)
    if conflict.kind is ConflictKind.WORDING:
        return f"{names or 'Somebody'} said: “{claim.value}”"
    if conflict.kind is ConflictKind.AFFILIATION:
        return f"{names or 'The speaker'}: {claim.value}"
    return f"The words are those of {claim.value}."


def _claim(conflict: ConflictDetail, claim: Claim) -> Node:
    articles = [article for article in conflict.articles if article.article_id in claim.article_ids]
    outlets = dict.fromkeys(article.outlet for article in articles if article.outlet)
    appearances = [
        without_nulls(
            {"@type": "NewsArticle", "headline": one.title, "url": one.url, "datePublished": one.published_at}
        )
        for one in articles
    ]
    return {
        "@type": "Claim",
        "author": [{"@type": "Organization", "name": outlet} for outlet in outlets],
        "appearance": appearances,
    }


def _rating(kind: ConflictKind, judgement: Judgement, index: int) -> Node:
    is_right = judgement.is_right(index)
    if is_right is None:
        return {"@type": "Rating", "alternateName": "Disputed"}
    name = _RIGHT.get(kind, "Correct") if is_right else _WRONG.get(kind, "Incorrect")
    value = _BEST if is_right else _WORST
    scale = {"ratingValue": value, "bestRating": _BEST, "worstRating": _WORST}
    return {"@type": "Rating", "alternateName": name, **scale}
