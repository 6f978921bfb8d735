"""An article to its attributions: the stages in reading order."""

from bisect import bisect_left
from dataclasses import replace

from service.attribution.attributions import attribute
from service.attribution.document import AnnotatedArticle
from service.attribution.mentions.datelines import without_dateline_as_subject
from service.attribution.mentions.mentions import find_mentions
from service.attribution.mentions.nicknames import without_nicknames
from service.attribution.reporting.misplaced_reports import with_reports_in_place
from service.attribution.sent_offsets import as_sent
from service.attribution.title_and_text import find_marks_apart, title_and_text
from service.attribution.title_speakers import with_speakers_of_text
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.parsing.parser import Parser
from service.parsing.trees import Parse
from service.text.cleaning import clean
from service.text.paragraphs import find_paragraphs
from service.text.unified import unified_text


def read_article(article: Article, parser: Parser, *, attitudes: bool = False) -> ArticleAnalysis:
    """Who said what in the article, and what it says that they are; with `attitudes`, who thinks what, too.

    Letters with marks are read as one, and what nobody sees in a word is not; the answer refers to text and title as
    sent.
    """
    sent = title_and_text(article)
    unified = unified_text(sent.text)
    if unified is None and not sent.text_start:
        return attribute(read(article, parser), attitudes=attitudes)
    text, text_start = sent.text, sent.text_start
    if unified is not None:
        text, text_start = unified.text, bisect_left(unified.starts, sent.text_start)
    annotated = read(replace(article, text=text), parser, text_start=text_start)
    found = as_sent(attribute(annotated, attitudes=attitudes), sent, unified)
    return with_speakers_of_text(found) if text_start else found


def read(article: Article, parser: Parser, *, text_start: int = 0) -> AnnotatedArticle:
    """The article laid open: cleaned, parsed, with its marks and mentions found; what stands before is its title."""
    text = clean(article.text)
    paragraphs = find_paragraphs(text)
    sentences = map(without_dateline_as_subject, parser.parse(text, paragraphs))
    parse = Parse(article.text, tuple(map(with_reports_in_place, sentences)))
    marks = without_nicknames(parse, find_marks_apart(text, paragraphs, text_start))
    return AnnotatedArticle(article, parse, marks, find_mentions(parse))
