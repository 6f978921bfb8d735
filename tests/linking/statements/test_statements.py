"""Groups of quotations that report the same words."""

from dataclasses import replace
from itertools import permutations

from service.linking.statements.comparable import comparable_quotations
from service.linking.statements.duplicates import duplicates_of
from service.linking.statements.matching import matches_of
from service.linking.statements.statements import find_statements
from tests.linking.reports import report, titled

DROUGHT = "The wells of the valley have been dry since the spring festival."
ASHES = "Our vineyards were burnt to ashes by careless campers."
ANA = "Ana Pérez"


def clusters(*reports):
    versions = duplicates_of(passage for one in reports for passage in comparable_quotations(one))
    return find_statements(versions, matches_of(versions))


def sizes(*reports):
    return sorted(len(one.quotation_ids) for one in clusters(*reports))


def test_a_quotation_alone_is_a_statement():
    (cluster,) = clusters(report("a", (ANA, DROUGHT)))
    assert cluster.wording == DROUGHT
    assert cluster.pairs == ()


def test_a_fragment_that_is_thought_no_speech_joins_the_statement_of_another_article():
    fragment, whole = report("a", ("", "burnt to ashes")), report("b", (ANA, ASHES))
    (cluster,) = clusters(fragment, whole)
    assert len(cluster.quotation_ids) == 2
    assert cluster.wording == ASHES
    assert [cluster.id] == [one.id for one in clusters(whole)], "the id is that of the speech"


def test_what_no_article_shows_to_be_speech_is_no_statement():
    assert clusters(report("a", ("", "burnt to ashes")), report("b", ("", "Careless campers"))) == ()


def test_excerpts_of_one_long_quotation_are_one_statement():
    reports = report("a", (ANA, f"{DROUGHT} {ASHES}")), report("b", (ANA, DROUGHT)), report("c", (ANA, ASHES))
    assert sizes(*reports) == [3]
    (cluster,) = clusters(*reports)
    assert len(cluster.pairs) == 2, "the two excerpts share no words to compare"
    assert cluster.wording == f"{DROUGHT} {ASHES}"


def test_two_statements_of_one_speaker_stay_two():
    assert sizes(report("a", (ANA, DROUGHT)), report("b", (ANA, ASHES))) == [1, 1]


def test_an_article_repeats_a_statement_word_for_word_only():
    assert sizes(report("a", (ANA, DROUGHT), (ANA, DROUGHT))) == [2]
    assert sizes(report("a", (ANA, DROUGHT), (ANA, DROUGHT.replace("dry", "empty")))) == [1, 1]


def test_a_rendering_reports_one_statement_of_an_article():
    """It resembles both, and is the rendering of the one that it resembles most."""
    rendering = "Since the festival in spring the valley's wells have had no water."
    other = "The valley has a festival in spring."
    assert sizes(report("a", (ANA, DROUGHT), (ANA, other)), report("b", (ANA, rendering))) == [1, 2]


def test_the_order_of_articles_does_not_matter():
    reports = [
        report("a", (ANA, f"{DROUGHT} {ASHES}")),
        report("b", (ANA, DROUGHT), (ANA, "We wait.")),
        report("c", (ANA, ASHES), ("Omar Said", DROUGHT)),
    ]
    found = {tuple(one.quotation_ids for one in clusters(*order)) for order in permutations(reports)}
    assert len(found) == 1


def test_a_title_joins_the_statement_whose_words_it_shortens():
    short = DROUGHT.replace("since the spring festival.", "")
    (cluster,) = clusters(titled(report("a", (ANA, DROUGHT)), ANA, short))
    assert (len(cluster.quotation_ids), cluster.wording) == (2, DROUGHT)
    assert len(clusters(titled(report("a", (ANA, DROUGHT)), ANA, short.replace("dry", "empty")))) == 2


def test_reprints_are_one_report_whichever_titles_they_have():
    around = " ".join(f"The ministry sent engineers to village number {number} of the province." for number in range(9))
    reports = [titled(report(id_, (ANA, DROUGHT), ("Omar Said", around)), ANA, DROUGHT) for id_ in ("a", "b")]
    reports[1] = replace(reports[1], article=replace(reports[1].article, title=f"“{DROUGHT}” sighs a tired mayor"))
    (cluster,) = (one for one in clusters(*reports) if one.wording == DROUGHT)
    assert (len(cluster.quotation_ids), cluster.n_reports) == (4, 1)
