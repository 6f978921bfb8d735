"""An article to its attributions: the stages in reading order."""

from service.attribution.attributions import attribute
from service.attribution.document import AnnotatedArticle
from service.attribution.mentions.mentions import find_mentions
from service.attribution.mentions.nicknames import without_nicknames
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.parsing.parser import Parser
from service.parsing.trees import Parse
from service.text.cleaning import clean
from service.text.marks import find_marks
from service.text.paragraphs import find_paragraphs


def read_article(article: Article, parser: Parser, *, attitudes: bool = False) -> ArticleAnalysis:
    """Who said what in the article, and what it says that they are; with `attitudes`, who thinks what, too."""
    return attribute(read(article, parser), attitudes=attitudes)


def read(article: Article, parser: Parser) -> AnnotatedArticle:
    """The article laid open: cleaned, parsed, with its marks and mentions found."""
    text = clean(article.text)
    paragraphs = find_paragraphs(text)
    parse = Parse(article.text, parser.parse(text, paragraphs))
    marks = without_nicknames(parse, find_marks(text, paragraphs))
    return AnnotatedArticle(article, parse, marks, find_mentions(parse))
