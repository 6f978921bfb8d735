"""What is known about an article, and which language is read."""

import pytest

from service.domain.articles import MetadataSource, MetadataSources
from service.errors import ArticleError
from service.ingestion.article_metadata import known_metadata, refused_language
from service.ingestion.html_extraction import Page
from service.ingestion.metadata import Metadata
from service.ingestion.submissions import Submission, articles_of, storable_article
from tests.ingestion.test_languages import ENGLISH, OTHERS

SAID = Page(
    ENGLISH,
    Metadata("Bridge", "Post", "2024-05-06", ("Mara Lind",), "https://x.example/a", "en-GB"),
    MetadataSources(*[MetadataSource.JSON_LD] * 6),
)


def test_what_is_sent_wins_field_by_field():
    known, sources = known_metadata(Metadata(title="Mine", authors=("Jon Ode",)), SAID)
    assert known == Metadata("Mine", "Post", "2024-05-06", ("Jon Ode",), "https://x.example/a", "en-GB")
    request, json_ld = MetadataSource.REQUEST, MetadataSource.JSON_LD
    assert sources == MetadataSources(request, json_ld, json_ld, request, json_ld, json_ld)


@pytest.mark.parametrize(
    ("sent", "text", "said", "language", "source"),
    [
        (None, ENGLISH, "en-AU", "en-AU", MetadataSource.META),
        (None, ENGLISH, "de", "en", MetadataSource.TEXT),
        (None, ENGLISH, None, "en", MetadataSource.TEXT),
        (None, "Short.", "de", "de", MetadataSource.META),
        (None, "Short.", None, None, None),
        ("en-CA", OTHERS["de"], "de", "en-CA", MetadataSource.REQUEST),
        ("any", OTHERS["de"], "en", "de", MetadataSource.TEXT),
    ],
)
def test_the_language_is_that_of_the_text(sent, text, said, language, source):
    page = Page(text, Metadata(language=said), MetadataSources(language=MetadataSource.META if said else None))
    known, sources = known_metadata(Metadata(language=sent), page)
    assert (known.language, sources.language) == (language, source)


@pytest.mark.parametrize(
    ("sent", "text", "refused"),
    [
        (None, ENGLISH, None),
        (None, OTHERS["de"], "German"),
        ("any", OTHERS["de"], None),
        ("en", OTHERS["de"], None),
        ("de", ENGLISH, "German"),
        (None, "„Nein“, sagte er.", None),
    ],
)
def test_other_languages_are_refused(sent: str | None, text: str, refused: str | None):
    page = Page(text, Metadata(language="de"), MetadataSources(language=MetadataSource.META))
    assert refused_language(Metadata(language=sent), page) == refused


def test_the_refusal_says_what_to_do():
    with pytest.raises(ArticleError, match="The article is in German, and only English is read; send") as raised:
        storable_article(Submission(text=OTHERS["de"]))
    assert (raised.value.field, raised.value.index) == ("language", None)
    article = storable_article(Submission(text=OTHERS["de"], language="any"))
    assert (article.language, article.metadata_from.language) == ("de", MetadataSource.TEXT)


def test_an_article_of_a_page_has_what_its_page_says():
    html = (
        '<html lang="en"><head><meta property="og:site_name" content="Post"></head>'
        "<body><article><h1>Rain in town</h1><p>It rained all day in the town.</p></article></body></html>"
    )
    (article,) = articles_of([Submission(html=html, outlet=" The\u00a0Post ", authors=("Mara Lind",))])
    assert (article.title, article.outlet, article.authors) == ("Rain in town", "The Post", ("Mara Lind",))
    assert article.metadata_from.title is MetadataSource.PAGE
    assert article.metadata_from.outlet is MetadataSource.REQUEST
