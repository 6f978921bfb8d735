"""What a reader answers: the analysis of one article, as text."""

from service.archive.encoding import decode
from service.archive.reading.reader import workplace
from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis
from service.readers.places import Deadline
from tests.rough_parser import RoughParser

ARTICLE = Article("a", "“It will rain in May,” said Ana Ruiz.")


def test_a_reader_answers_the_analysis():
    answer = workplace(RoughParser()).do((ARTICLE, Deadline.after(5)))
    assert decode(ArticleAnalysis, answer) == read_article(ARTICLE, RoughParser())
