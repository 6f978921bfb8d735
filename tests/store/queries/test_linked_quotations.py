"""Who speaks with a quotation's first speaker, and who relays it, as the store tells them."""

from dataclasses import replace

from service.domain.queries import Filters, PageRequest
from service.domain.quotations import ArticleAnalysis, ReportedAs, Speaker, SpeakerKind
from service.linking.analysis import compare
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


def test_they_are_stored_and_answered_as_in_an_analysis(database: Database):
    store = Store(database.engine.url.render_as_string(hide_password=False))
    store.articles.save(joint_report())
    wanted = {each.quotation.id: each for each in compare((joint_report(),)).attributions}
    found = store.reader.quotations(Filters(), PageRequest()).items
    assert {each.attribution.quotation.id: each.attribution for each in found} == wanted
    joint = next(each for each in wanted.values() if each.via)
    assert store.reader.quotation(joint.quotation.id).attribution == joint
    exported = [each.quotation.attribution for each in store.exports.quotations(Filters())]
    assert joint in exported
    store.close()
