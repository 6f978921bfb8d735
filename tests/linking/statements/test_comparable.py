"""Quotations made ready to be compared."""

from dataclasses import replace

from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis, Attribution, Quotation, QuotationKind, ReportedAs
from service.linking.statements.comparable import comparable_quotations
from tests.linking.reports import report


def passages(*reports):
    return tuple(passage for one in reports for passage in comparable_quotations(one))


def test_a_passage_has_words_speaker_and_what_is_printed():
    (passage,) = passages(report("a", ("Ana Pérez", "We came.|We left.")))
    assert passage.speaker.name == "Ana Pérez"
    assert [word.key for word in passage.words] == ["we", "came", "we", "left"]
    assert [word.follows_gap for word in passage.words] == [False, False, True, False]
    assert passage.printed_words == passage.words
    assert passage.printed_text == "We came. We left."


def test_in_a_mixed_quotation_only_what_stands_between_marks_is_printed():
    article = Article("a", "He called the plan “a bad joke”, and so on.")
    quotation = Quotation("q", "a", QuotationKind.MIXED, (article.span(10, 18), article.span(20, 30)))
    (passage,) = passages(ArticleAnalysis(article, (Attribution(quotation),), ()))
    assert passage.printed_text == "a bad joke"
    assert passage.speaker is None


def test_an_indirect_quotation_prints_nothing():
    (passage,) = passages(report("a", ("Ana", "all was well"), kind=QuotationKind.INDIRECT))
    assert passage.printed_words == ()
    assert passage.weight > 0


def test_what_is_no_speech_is_compared_where_it_says_something():
    (title,) = passages(report("a", ("", "Hamlet")))
    assert not title.is_speech
    assert passages(report("a", ("", "so be it"))) == ()


def test_what_is_speech_in_one_article_only_is_no_duplicate():
    title, speech = passages(report("a", ("", "Hamlet")), report("b", (None, "Hamlet")))
    assert title.content != speech.content


def test_words_that_are_denied_or_relayed_are_no_duplicates_of_others():
    said = report("a", ("Ana Pérez", "We wait for rain."))
    (attribution,) = said.attributions
    denied = replace(attribution, quotation=replace(attribution.quotation, reported_as=ReportedAs.DENIED))
    relayed = replace(attribution, via=(said.speakers[0].id,))
    made = passages(said, *(replace(said, attributions=(other,)) for other in (denied, relayed)))
    assert len({passage.content for passage in made}) == 3
    assert [passage.is_denied for passage in made] == [False, True, False]
    assert [passage.relays for passage in made] == [(), (), ("Ana Pérez",)]


def test_signatures_that_are_stored_are_not_made_again():
    passage, other = passages(report("a", ("Ana Pérez", "We wait|for rain.")), report("b", ("Ana Pérez", "Wells.")))
    assert [len(part) for part in passage.signatures.parts] == [2, 2]
    known = replace(passage, stored_signatures=other.signatures)
    assert known == passage
    assert known.signatures is other.signatures
