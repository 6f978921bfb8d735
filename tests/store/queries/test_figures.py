"""Figures per outlet and speaker, on both databases."""

from service.domain.conflicts import Status
from service.domain.figures import OutletFigures
from service.domain.judgements import ConflictReview
from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.store.queries.asked import ANA


def test_outlets_and_speakers_are_counted(store: Store):
    conflicts = store.reader.conflicts(Filters(), PageRequest()).items
    ana = next(one for one in store.figures.speakers(10) if one.name == ANA)
    assert (ana.n_quotations, ana.n_contradicted, ana.n_corrected) == (2, len(conflicts), 0)
    for conflict in conflicts:
        (right,) = [index for index, claim in enumerate(conflict.claims) if "a" in claim.article_ids]
        store.editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.CONFIRMED, right_claim=right))
    by_name = {one.outlet: one for one in store.figures.outlets(10)}
    star, post = by_name["The Star"], by_name["The Post"]
    assert (post.n_contradicted, post.n_corrected) == (len(conflicts), 0)
    assert star == OutletFigures("The Star", star.n_articles, star.n_quotations, len(conflicts), len(conflicts))
    assert next(one for one in store.figures.speakers(10) if one.name == ANA).n_corrected == len(conflicts)
    for conflict in conflicts:
        store.editing.review_conflicts([conflict.id], ConflictReview("Lee", Status.DISMISSED))
    assert {(one.n_contradicted, one.n_corrected) for one in store.figures.outlets(10)} == {(0, 0)}
    assert len(store.figures.outlets(1)) == 1
