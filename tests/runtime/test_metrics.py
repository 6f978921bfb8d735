"""What is counted; over several processes, see test_operations.py."""

import re

from service.domain.quotations import ArticleAnalysis
from service.runtime.metrics import exposition, observe_analysis, observe_parse, observe_stored


def _figure(name: str) -> float:
    found = re.search(rf"^{re.escape(name)} ([\d.e+]+)$", exposition({}, None).decode(), re.MULTILINE)
    return float(found[1]) if found else 0.0


def test_quotations_and_conflicts_are_counted_by_kind(analysis):
    names = (
        'quotes_quotations_total{kind="direct"}',
        'quotes_quotations_total{kind="indirect"}',
        'quotes_conflicts_total{kind="wording",severity="high"}',
        'quotes_conflicts_total{kind="affiliation",severity="medium"}',
    )
    before = [_figure(name) for name in names]
    observe_analysis(analysis)
    assert [_figure(name) - count for name, count in zip(names, before, strict=True)] == [2, 1, 1, 1]


def test_articles_that_are_kept_are_counted(analysis):
    (article, *_), name = analysis.articles, 'quotes_quotations_total{kind="direct"}'
    before = _figure("quotes_articles_total"), _figure(name)
    observe_stored(ArticleAnalysis(article, analysis.attributions, analysis.speakers))
    assert (_figure("quotes_articles_total") - before[0], _figure(name) - before[1]) == (1, 2)


def test_parses_are_measured():
    before = _figure('quotes_parse_seconds_bucket{le="0.5"}'), _figure('quotes_parse_seconds_bucket{le="0.1"}')
    observe_parse(0.3)
    after = _figure('quotes_parse_seconds_bucket{le="0.5"}'), _figure('quotes_parse_seconds_bucket{le="0.1"}')
    assert (after[0] - before[0], after[1] - before[1]) == (1, 0)
