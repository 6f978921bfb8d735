"""An article to its attributions: the stages in reading order."""

from dataclasses import replace

from service.attribution.attributions import attribute
from service.attribution.document import AnnotatedArticle
from service.attribution.mentions.mentions import find_mentions
from service.attribution.mentions.nicknames import without_nicknames
from service.attribution.sent_offsets import as_sent
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.parsing.parser import Parser
from service.parsing.trees import Parse
from service.text.cleaning import clean
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs
from service.text.unified import unified_text


def read_article(article: Article, parser: Parser, *, attitudes: bool = False) -> ArticleAnalysis:
    """Who said what in the article, and what it says that they are; with `attitudes`, who thinks what, too.

    Letters with marks are read as one, and what nobody sees in a word is not; the answer refers to the text as sent.
    """
    unified = unified_text(article.text)
    if unified is None:
        return attribute(read(article, parser), attitudes=attitudes)
    found = attribute(read(replace(article, text=unified.text), parser), attitudes=attitudes)
    return as_sent(found, article, unified)


def read(article: Article, parser: Parser) -> AnnotatedArticle:
    """The article laid open: cleaned, parsed, with its marks and mentions found."""
    text = clean(article.text)
    paragraphs = find_paragraphs(text)
    parse = Parse(article.text, parser.parse(text, paragraphs))
    marks = without_nicknames(parse, find_marks(text, paragraphs))
    return AnnotatedArticle(article, parse, marks, find_mentions(parse))
