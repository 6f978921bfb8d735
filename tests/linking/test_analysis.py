"""Reports in, one answer out."""

from dataclasses import replace
from itertools import permutations

import pytest

from service.domain.conflicts import ConflictKind, Severity
from service.domain.quotations import QuotationKind, SpeakerKind
from service.linking.analysis import compare
from tests.linking.reports import report, speaker

ANA, OMAR = "Ana Pérez", "Omar Said"
WORDS = "The wells of the valley have been dry since the spring festival."


def conflicts(*reports, kind=None):
    return [one for one in compare(reports).conflicts if kind in (None, one.kind)]


def test_agreeing_reports_have_no_conflict():
    assert not conflicts(report("a", (ANA, WORDS, ("mayor", None))), report("b", (ANA, WORDS, ("mayor", "Lima"))))


def test_another_speaker_for_the_same_words():
    (conflict,) = conflicts(report("a", (ANA, WORDS)), report("b", (ANA, WORDS)), report("c", (OMAR, WORDS)))
    assert (conflict.kind, conflict.severity) == (ConflictKind.SPEAKER, Severity.HIGH)
    assert [(claim.value, claim.article_ids) for claim in conflict.claims] == [
        (ANA, ("a", "b")),
        (OMAR, ("c",)),
    ]
    assert conflict.summary == f"“{WORDS}” is attributed to Ana Pérez in a and b and Omar Said in c."


def test_a_description_beside_a_name_is_less_grave():
    (conflict,) = conflicts(report("a", (ANA, WORDS, ("mayor", None))), report("b", ("nurse", WORDS)))
    assert conflict.severity is Severity.MEDIUM


def test_a_speaker_told_unsurely_is_less_grave():
    unsure = report("b", (OMAR, WORDS))
    unsure = replace(unsure, attributions=tuple(replace(one, confidence=0.7) for one in unsure.attributions))
    (conflict,) = conflicts(report("a", (ANA, WORDS)), unsure)
    assert conflict.severity is Severity.MEDIUM


def test_who_is_named_in_the_reporters_words_may_be_the_author_there_too():
    relayed = report("b", (OMAR, f"Then Pérez told the council that “{WORDS}”"), kind=QuotationKind.MIXED)
    (attribution,) = relayed.attributions
    text, start = relayed.article.text, relayed.article.text.index("Pérez")
    middle, end = text.index("“", start), text.index("”", start)
    parts = relayed.article.span(start, middle - 1), relayed.article.span(middle + 1, end)
    mixed = replace(attribution, quotation=replace(attribution.quotation, parts=parts))
    assert not conflicts(report("a", (ANA, WORDS)), replace(relayed, attributions=(mixed,)))


def test_an_unlikely_attribution_contradicts_nobody():
    doubtful = report("b", (OMAR, WORDS))
    doubtful = replace(doubtful, attributions=tuple(replace(one, confidence=0.3) for one in doubtful.attributions))
    assert not conflicts(report("a", (ANA, WORDS)), doubtful)


def test_an_article_that_names_both_authors_contradicts_neither():
    assert not conflicts(report("a", (ANA, WORDS)), report("b", (ANA, WORDS), (OMAR, WORDS)))


def test_another_post_for_one_speaker_is_told_once():
    (conflict,) = conflicts(
        report("a", (ANA, WORDS, ("director", "Food Fund"))),
        report("b", (ANA, WORDS, ("owner", "Food Fund"))),
        report("c", (ANA, WORDS, ("director", "Food Fund"))),
    )
    assert conflict.kind is ConflictKind.AFFILIATION
    assert conflict.statement_id is None
    assert [claim.article_ids for claim in conflict.claims] == [("a", "c"), ("b",)]
    assert conflict.summary == "Ana Pérez is “director of Food Fund” in a and c and “owner of Food Fund” in b."


def test_a_position_in_fewer_words_is_on_the_side_that_it_agrees_with():
    (conflict,) = conflicts(
        report("a", (ANA, WORDS, ("director", "Food Fund"))),
        report("b", (ANA, WORDS, ("owner", "Food Fund"))),
        report("c", (ANA, WORDS, ("director", None))),
    )
    assert [claim.article_ids for claim in conflict.claims] == [("a", "c"), ("b",)]


def test_changed_words_come_with_their_diff():
    (conflict,) = conflicts(report("a", (ANA, WORDS)), report("b", (ANA, WORDS.replace("dry", "not dry"))))
    assert (conflict.kind, conflict.severity) == (ConflictKind.WORDING, Severity.HIGH)
    assert [(step.a, step.b) for step in conflict.diff if step.op != "equal"] == [("", "not")]
    assert conflict.summary == (
        "Ana Pérez is quoted in different words: "
        "“… valley have been dry since the …” in a and “… valley have been not dry since the …” in b."
    )


def test_words_of_one_statement_are_compared_however_late_they_are_told():
    """The second report lies between: it makes the first and the last reports of one statement."""
    words = f"{WORDS} No farmer can remember such a summer."
    told = [("a", words, "2024-06-01"), ("b", words, "2024-06-27"), ("c", words.replace("dry", "full"), "2024-06-30")]
    reports = [report(id_, ("Ana", said), published_at=day) for id_, said, day in told]
    (conflict,) = conflicts(*reports, kind=ConflictKind.WORDING)
    assert {claim.article_ids for claim in conflict.claims} == {("a", "b"), ("c",)}


def test_three_wordings_are_one_conflict():
    (conflict,) = conflicts(
        report("a", (ANA, WORDS)),
        report("b", (ANA, WORDS.replace("dry", "empty"))),
        report("c", (ANA, WORDS.replace("festival", "fair"))),
    )
    assert len(conflict.claims) == 3


def test_an_indirect_report_has_its_own_words():
    told = report("b", (ANA, "the valley's wells had been dry since the spring fair"), kind=QuotationKind.INDIRECT)
    analysis = compare((report("a", (ANA, WORDS)), told))
    assert len(analysis.statements) == 1
    assert not analysis.conflicts


def test_outlets_are_named_where_known():
    first, second = report("a", (ANA, WORDS)), report("b", (OMAR, WORDS))
    first = replace(first, article=replace(first.article, outlet="The Valley Post"))
    (conflict,) = conflicts(first, second)
    assert "Ana Pérez in The Valley Post" in conflict.summary


def test_attributions_name_the_merged_speaker():
    analysis = compare((report("a", (ANA, WORDS)), report("b", ("Pérez", "We wait."))))
    (merged,) = analysis.speakers
    assert {attribution.speaker_id for attribution in analysis.attributions} == {merged.id}


def test_nothing_compares_to_nothing():
    assert compare(()).statements == ()


REPORTS = [
    report("a", (ANA, WORDS, ("director", "Food Fund")), (OMAR, "We wait for rain.")),
    report("b", ("Pérez", WORDS.replace("dry", "empty"), ("owner", "Food Fund")), ("Said", "We pray.")),
    report("c", (OMAR, WORDS), (ANA, "The mayor has never answered our letters.")),
]


@pytest.mark.parametrize("order", list(permutations(REPORTS)))
def test_any_order_of_articles_gives_the_same_answer(order):
    expected, found = compare(tuple(REPORTS)), compare(order)
    assert found.conflicts == expected.conflicts
    assert found.statements == expected.statements
    assert found.speakers == expected.speakers
    assert len(expected.conflicts) == 3
    assert [article.id for article in found.articles] == [one.article.id for one in order]


def test_ids_come_from_content():
    one, two = (compare((report("a", (ANA, WORDS)),)) for _ in range(2))
    assert one == two
    assert one.statements[0].id != compare((report("b", (ANA, WORDS)),)).statements[0].id


def test_documents_named_differently_raise_no_speaker_conflict():
    told = [report(one, (name, WORDS)) for one, name in (("a", "text"), ("b", "accord"))]
    told = [
        replace(
            one,
            speakers=(speaker(one.speakers[0].name, kind=SpeakerKind.DOCUMENT, speaker_id=one.speakers[0].id),),
        )
        for one in told
    ]
    assert not conflicts(*told)
