"""What an editor learns of a conflict besides its claims, on both databases."""

from dataclasses import replace

import pytest

from service.domain.archive import ConflictDetail
from service.domain.conflicts import ConflictKind, Status
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.linking.reports import report, titled

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")


def submitted(article_id, *variants, **more):
    one = report(article_id, *variants)
    return replace(one, article=replace(one.article, **more))


@pytest.fixture
def store(empty_store: Store) -> Store:
    """Two reports that disagree, about the words and what Ana Pérez is; and another article."""
    empty_store.articles.save(submitted("a", (ANA, DRY, ("mayor", "Lima")), outlet="The Post"))
    empty_store.articles.save(
        submitted("b", (ANA, NOT_DRY, ("former mayor", "Lima")), outlet="The Star", title="Wells")
    )
    empty_store.articles.save(submitted("c", (OMAR, "We wait for rain."), outlet="The Post"))
    return empty_store


def conflict(store: Store, kind: ConflictKind) -> ConflictDetail:
    (found,) = store.reader.conflicts(Filters(kind=kind), PageRequest()).items
    return found


def test_it_has_the_speakers_name_and_the_articles(store: Store):
    for kind in (ConflictKind.WORDING, ConflictKind.AFFILIATION):
        found = conflict(store, kind)
        assert [speaker.name for speaker in found.speakers] == [ANA]
        assert [(one.article_id, one.outlet, one.title) for one in found.articles] == [
            ("a", "The Post", None),
            ("b", "The Star", "Wells"),
        ]


def test_those_who_are_each_said_to_speak_are_named(store: Store):
    store.articles.save(submitted("d", (OMAR, DRY), outlet="The Sun"))
    assert [one.name for one in conflict(store, ConflictKind.SPEAKER).speakers] == [ANA, OMAR]


def test_each_place_stands_in_its_sentence(store: Store):
    for kind in (ConflictKind.WORDING, ConflictKind.AFFILIATION):
        for claim in conflict(store, kind).claims:
            for place in claim.evidence:
                text = store.reader.article(place.article_id).article.text
                assert text[place.sentence.start : place.sentence.end] == place.sentence.text
                assert place.span.text in place.sentence.text
    (claim, _) = conflict(store, ConflictKind.WORDING).claims
    assert claim.evidence[0].sentence.text == f"“{DRY}” said {ANA}."


def test_of_many_places_the_first_stand_in_their_sentences(store: Store):
    for number in range(25):
        store.articles.save(submitted(f"d{number:02}", (ANA, DRY), outlet="The Sun"))
    found = conflict(store, ConflictKind.WORDING)
    assert [sum(place.sentence is None for place in claim.evidence) for claim in found.claims] == [6, 0]
    assert len(found.articles) == 27


def test_it_says_who_decided_last_and_why(store: Store):
    found = conflict(store, ConflictKind.WORDING)
    assert found.judgement is None
    (judged,) = store.editing.review_conflicts([found.id], ConflictReview("Lee", Status.DISMISSED, "A misprint."))
    assert (judged.status, judged.judgement.judged_by, judged.judgement.reason) == (
        Status.DISMISSED,
        "Lee",
        "A misprint.",
    )
    assert store.reader.conflict(found.id) == judged
    (again,) = store.editing.review_conflicts([found.id], ConflictReview("Kim", Status.OPEN))
    assert (again.status, again.judgement.judged_by, again.judgement.reason) == (Status.OPEN, "Kim", None)


def test_an_article_has_the_conflicts_that_rest_on_it(store: Store):
    listed = store.reader.conflicts(Filters(article_id="a"), PageRequest()).items
    assert store.reader.article("a").conflicts == listed
    assert {one.kind for one in listed} == {ConflictKind.WORDING, ConflictKind.AFFILIATION}
    assert store.reader.article("c").conflicts == ()
    assert store.reader.conflicts(Filters(article_id="c"), PageRequest()).items == ()


def test_a_place_in_a_title_has_its_sentence(empty_store: Store):
    empty_store.articles.save(report("a", (ANA, DRY)))
    empty_store.articles.save(titled(report("b", (OMAR, "We wait for rain.")), ANA, NOT_DRY))
    found = conflict(empty_store, ConflictKind.WORDING)
    sentences = {place.span.field: place.sentence for claim in found.claims for place in claim.evidence}
    assert sentences["title"].text.startswith(f"“{NOT_DRY}”")
    assert sentences["title"].field == "title"
    assert sentences["text"].text.startswith(f"“{DRY}”")
