"""What the tests of the queries store, and ask for by words."""

from dataclasses import replace

from service.domain.queries import Filters, PageRequest
from service.store import Store
from tests.linking.reports import report

ANA, OMAR = "Ana Pérez", "Omar Said"
DRY = "The wells of the valley have been dry since the spring festival."
NOT_DRY = DRY.replace("dry", "not dry")
DECISION = ("Lee", "By ear.")


def report_with(article_id, *variants, **more):
    """A report whose article has more known about it."""
    one = report(article_id, *variants)
    return replace(one, article=replace(one.article, **more))


def speaker_id(store: Store, words: str) -> str:
    """The id of the first speaker of this name."""
    return store.reader.speakers(Filters(words=words), PageRequest()).items[0].id


def statement_id(store: Store, quotation_id: str) -> str:
    """The id of a quotation's statement."""
    return str(store.reader.quotation(quotation_id).statement_id)
