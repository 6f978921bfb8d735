"""What can be read of the store."""

import pytest

from service.application.queries import Queries
from service.domain.queries import Filters, PageRequest
from service.errors import MissingError
from service.store import Store


@pytest.mark.parametrize("kind", ["quotation", "speaker", "statement", "conflict"])
def test_what_is_listed_is_there_by_its_id(store: Store, kind: str):
    queries = Queries(store)
    for one in getattr(queries, f"{kind}s")(Filters(), PageRequest()).items:
        id_ = one.attribution.quotation.id if kind == "quotation" else one.id
        found = getattr(queries, kind)(id_)
        assert found == one


@pytest.mark.parametrize("kind", ["article", "quotation", "speaker", "statement", "conflict"])
def test_what_is_not_there_is_missing(store: Store, kind: str):
    with pytest.raises(MissingError):
        getattr(Queries(store), kind)("nothing")


def test_exports_are_read_as_they_are_asked_for(store: Store):
    exported = Queries(store).export(Filters(words="rain"))
    assert [one.article.id for one in exported] == ["c"]
