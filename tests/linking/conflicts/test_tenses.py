"""Whether a position is held or was held."""

import pytest

from service.domain.articles import Article
from service.domain.quotations import Affiliation
from service.linking.conflicts.tenses import Tense, plain, tense_of, without_tense


def tense(text: str, role: str) -> Tense:
    start = text.index(role)
    article = Article("a", text)
    return tense_of(Affiliation("a", article.span(start, start + len(role)), role, None), article, role)


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Lee is mayor.", "mayor", Tense.CURRENT),
        ("A former mayor, Lee spoke.", "former mayor", Tense.FORMER),
        ("An ex-mayor, Lee spoke.", "ex-mayor", Tense.FORMER),
        ("Lee, a baker and former mayor, spoke.", "baker and former mayor", Tense.OPEN),
        ("Lee, who until last year was mayor, spoke.", "mayor", Tense.FORMER),
        ("He was ill until May; Lee, mayor, spoke.", "mayor", Tense.CURRENT),
        ("Lee, mayor from 2000 to 2006, spoke.", "mayor", Tense.FORMER),
        ("Lee was fined when she was the mayor.", "mayor", Tense.FORMER),
        ("Lee was fined when she met the mayor.", "mayor", Tense.CURRENT),
        ("Lee served as mayor.", "mayor", Tense.FORMER),
        ("Lee has served as mayor since May.", "mayor", Tense.CURRENT),
        ("Lee resigned as mayor.", "mayor", Tense.OPEN),
        ("Lee, retired mayor, spoke.", "retired mayor", Tense.FORMER),
        ("A former Hillford mayor, Lee, spoke.", "mayor", Tense.FORMER),
        ("All came, from former guard Ray Reed to Mayor Lee.", "Mayor", Tense.CURRENT),
        ("Lee, mayor during the Reed years, spoke.", "mayor", Tense.FORMER),
        ("Lee, the 2012 nominee, spoke.", "nominee", Tense.OPEN),
    ],
)
def test_whether_the_position_is_held(text: str, role: str, expected: Tense):
    assert tense(text, role) is expected


def test_the_tense_is_no_part_of_the_role():
    assert without_tense("former mayor").split() == ["mayor"]


def test_words_are_compared_in_one_form():
    assert plain("Lee’s  Party") == "lee's party"
