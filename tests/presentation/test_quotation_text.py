"""A quotation as newspapers print it."""

import pytest

from service.domain.articles import Article
from service.domain.quotations import Attribution, Quotation, QuotationKind
from service.presentation.quotation_text import distinct_quotations, quotation_text, text_alone


def _quotation(article: Article, kind: QuotationKind, *words: str) -> Quotation:
    starts = [article.text.index(part) for part in words]
    parts = tuple(article.span(start, start + len(part)) for start, part in zip(starts, words, strict=True))
    return Quotation(f"q{starts[0]}", article.id, kind, parts)


@pytest.mark.parametrize(
    ("text", "kind", "parts", "printed"),
    [
        ("“It rains,” said Lee.", QuotationKind.DIRECT, ["It rains,"], "“It rains”"),
        ("“It rains.” Lee left.", QuotationKind.DIRECT, ["It rains."], "“It rains.”"),
        (
            "“It rains,” said Lee. “We stay.”",
            QuotationKind.DIRECT,
            ["It rains,", "We stay."],
            "“It rains … We stay.”",
        ),
        ("“It rains.\n\n“We stay.”", QuotationKind.DIRECT, ["It rains.", "We stay."], "“It rains. We stay.”"),
        (
            "Lee said the rain was “a gift” to all.",
            QuotationKind.MIXED,
            ["the rain was", "a gift", "to all"],
            "the rain was “a gift” to all",
        ),
        (
            "The rain, Lee said, was “a gift”.",
            QuotationKind.MIXED,
            ["The rain,", "was", "a gift"],
            "The rain … was “a gift”",
        ),
        ("It rains, said Lee.", QuotationKind.INDIRECT, ["It rains"], "It rains"),
    ],
)
def test_marks_stand_where_the_article_has_them(text: str, kind: QuotationKind, parts: list[str], printed: str):
    article = Article("a", text)
    assert quotation_text(article, _quotation(article, kind, *parts)) == printed


def _attribution(article: Article, words: str, speaker_id: str) -> Attribution:
    start = article.text.index(words)
    quotation = Quotation(f"q{start}", article.id, QuotationKind.DIRECT, (article.span(start, start + len(words)),))
    return Attribution(quotation, speaker_id=speaker_id)


def test_words_count_again_where_another_speaker_says_them():
    article = Article("a", "“Rain!” said Lee. “rain,” said Ruiz. “Sun!” said Lee. “Rain! ” said Lee.")
    said = [
        _attribution(article, words, speaker_id)
        for words, speaker_id in (("Rain!", "lee"), ("rain,", "ruiz"), ("Sun!", "lee"), ("Rain! ", "lee"))
    ]
    assert distinct_quotations(article, said) == tuple(said[:3])


def test_other_articles_are_left_out():
    article, other = Article("a", "“Rain!” said Lee."), Article("b", "“Rain!” said Lee.")
    said = _attribution(article, "Rain!", "lee")
    assert distinct_quotations(article, [_attribution(other, "Rain!", "lee"), said]) == (said,)


@pytest.mark.parametrize(
    ("kind", "text", "parts", "printed"),
    [
        (QuotationKind.DIRECT, "“It rains,” I said. “We stay.”", ["It rains,", "We stay."], "“It rains … We stay.”"),
        (QuotationKind.DIRECT, "“It rains.\n\n“We stay.”", ["It rains.", "We stay."], "“It rains. We stay.”"),
        (QuotationKind.MIXED, "The rain was “a gift,” he said.", ["The rain was", "a gift,"], "The rain was a gift"),
    ],
)
def test_without_its_article_a_quotation_is_printed_alike(kind, text, parts, printed):
    assert text_alone(_quotation(Article("a", text), kind, *parts)) == printed
