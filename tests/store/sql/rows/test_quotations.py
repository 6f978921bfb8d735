"""Quotations and their rows."""

import json
from dataclasses import replace

from service.domain.articles import ArticleField, Span
from service.domain.quotations import QuotationKind, ReportedAs
from service.linking.speakers.name_graph import variants_of
from service.store.sql.rows.quotations import attribution_of, compared_quotation_of, quotation_values
from service.store.sql.tables import QuotationRow
from tests.linking.reports import report

ANALYSED = report("a", ("Ana Pérez", "We wait|for rain."), ("Omar Said", "The sea is calm."))


def row_of(analysed, index=0) -> QuotationRow:
    values = list(quotation_values(analysed, variants_of(analysed)))[index]
    return QuotationRow(**{**values, **{name: json.loads(json.dumps(values[name])) for name in ("parts", "fellows")}})


def test_a_row_is_the_attribution_in_its_article():
    for index, attribution in enumerate(ANALYSED.attributions):
        row = row_of(ANALYSED, index)
        found = attribution_of(row, speaker_id=row.speaker_id)
        assert found == replace(attribution, speaker_ids=(attribution.speaker_id,))


def test_who_speaks_together_and_who_relays_is_stored_too():
    first, second = ANALYSED.attributions
    quotation = replace(first.quotation, reported_as=ReportedAs.HYPOTHETICAL)
    cue = Span(1, 3, "We")
    joint = replace(
        first, quotation=quotation, cue=cue, speaker_ids=(first.speaker_id, second.speaker_id), via=(second.speaker_id,)
    )
    row = row_of(replace(ANALYSED, attributions=(joint,)))
    assert attribution_of(row, speaker_id=row.speaker_id) == joint
    merged = {("a", first.speaker_id): "s1", ("a", second.speaker_id): "s2"}
    over_all = attribution_of(row, speaker_id="s1", fellows=merged)
    assert (over_all.speaker_id, over_all.speaker_ids, over_all.via) == ("s1", ("s1", "s2"), ("s2",))


def test_compared_words_are_of_no_article():
    quotation = compared_quotation_of(
        "w1", "direct", ["We wait", "for rain."], is_speech=True, field=ArticleField.TITLE
    )
    assert (quotation.article_id, quotation.kind) == ("", QuotationKind.DIRECT)
    assert [(part.text, part.field) for part in quotation.parts] == [("We wait", "title"), ("for rain.", "title")]
