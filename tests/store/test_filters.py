"""Filters as queries."""

from dataclasses import replace

from service.domain.queries import Filters, PageRequest
from service.domain.quotations import ArticleAnalysis, ReportedAs, Speaker, SpeakerKind
from service.store import Store
from service.store.sql.connection import Database
from tests.linking.reports import report

BOTH = Speaker("both", "Ana Ruiz and Omar Said", SpeakerKind.GROUP)


PAPER = Speaker("paper", "Gazette", SpeakerKind.ORGANIZATION)


def joint_report() -> ArticleAnalysis:
    """Two speak together, and a paper relays it."""
    one = report("a", ("Ana Ruiz", "We will build the bridge."), ("Omar Said", "It will rain before the evening."))
    first, second = one.attributions
    ana, omar = first.speaker_id or "", second.speaker_id or ""
    quotation = replace(first.quotation, reported_as=ReportedAs.HYPOTHETICAL)
    joint = replace(first, quotation=quotation, speaker_id="both", speaker_ids=("both", ana, omar), via=("paper",))
    alone = replace(second, speaker_ids=(omar,))
    return replace(one, attributions=(joint, alone), speakers=(*one.speakers, BOTH, PAPER))


def test_quotations_are_found_by_their_confidence(database: Database):
    store = Store(database.engine.url.render_as_string(hide_password=False))
    first, second = joint_report().attributions
    store.articles.save(replace(joint_report(), attributions=(replace(first, confidence=0.4), second)))
    found = store.reader.quotations(Filters(min_confidence=0.5), PageRequest()).items
    assert [each.attribution.quotation.id for each in found] == [second.quotation.id]
    store.close()
