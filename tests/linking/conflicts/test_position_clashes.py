"""Which posts cannot both be meant."""

import re

import pytest

from service.domain.articles import Article, Span
from service.domain.conflicts import ConflictClass, Severity
from service.domain.quotations import Affiliation
from service.linking.conflicts.position_clashes import clashing_positions, class_of_clash
from service.linking.conflicts.positions import Tense, position_of
from tests.linking.reports import affiliation, speaker

FUND = "Food Fund"
CLASHES = [
    (("executive director", FUND), ("executive director", "Seed Alliance"), Severity.HIGH),
    (
        ("former director", "Institute for Peace Studies"),
        ("former president", "Institute for National Peace"),
        Severity.HIGH,
    ),
    (("former president", None), ("president", "Chile"), Severity.HIGH),
    (("ex-minister of finance", None), ("finance minister", None), Severity.HIGH),
    (("former police chief", "the region"), ("director general of police", "Jammu"), Severity.HIGH),
    (("director", FUND), ("owner", FUND), Severity.MEDIUM),
    (("deputy regional director", FUND), ("assistant regional director", None), Severity.MEDIUM),
    (("deputy director", FUND), ("director", FUND), Severity.MEDIUM),
    (("finance minister", "Chile"), ("health minister", "Chile"), Severity.MEDIUM),
    (("justice minister", None), ("interior minister", None), Severity.MEDIUM),
    (("professor of law", "Temple University"), ("professor of physics", "Temple University"), Severity.MEDIUM),
    (("foreign ministry spokesman", None), ("defence ministry spokesman", None), Severity.MEDIUM),
    (("chairman", "Republican Party"), ("chairman", "Democratic Party"), Severity.HIGH),
    (("senator", "Texas"), ("senator", "Florida"), Severity.HIGH),
    (("acting director", FUND), ("director for seeds", FUND), Severity.MEDIUM),
    (("chief", "River Nation"), ("councillor", "River Nation"), Severity.MEDIUM),
    (("chief economist", FUND), ("chief hydrologist", FUND), Severity.MEDIUM),
    (("chief executive", FUND), ("chief technology officer", FUND), Severity.MEDIUM),
    (("Minister", "Fisheries"), ("Finance Minister", None), Severity.MEDIUM),
    (("Rural Services Minister", None), ("Rural Relations Minister", None), Severity.MEDIUM),
    (("professor", "Temple University"), (None, "Harbour University"), Severity.MEDIUM),
    (("director of information", "Radio Harbour"), ("news editor", "Delta FM"), Severity.MEDIUM),
]
BENIGN = [
    (("professor", "Temple University"), ("professor of law", "Temple University")),
    (("professor of politics", "Temple University"), ("professor of world politics", "Temple University")),
    (("director", "UN"), ("director", "United Nations")),
    (("head", FUND), ("managing director", FUND)),
    (("acting leader", "Democratic Party"), ("leader", "Democratic Party")),
    (("career scoring leader", "Texas"), ("leader in free throws", "the league")),
    (("director", "INAH"), ("director", "Instituto Nacional de Antropologia e Historia")),
    (("leader", "PPP"), ("leader", "South Korea's People Power Party")),
    (("chair", "Board of the RTA"), ("chair", "Board of Roads and Transport Authority (RTA)")),
    (("spokesman", "UNRWA"), ("spokesman", "UN Relief and Works Agency")),
    (("Minister", "ICT"), ("Information and Communication Technology Minister", None)),
    (("farmer", "River Nation"), (None, "Harbour University")),
    (("former police chief", "the region"), ("former director general of police", "Jammu")),
    (("resident", "Texas"), ("resident", "Ohio")),
    (("diplomat", "Japan"), ("adviser", FUND)),
    (("professor", "Temple University"), ("director", FUND)),
    (("director", FUND), (None, FUND)),
    (("president", None), ("director", None)),
    (("Prime Minister", "Japan"), ("Japanese Prime Minister", None)),
    (("president and chief executive", FUND), ("chief executive", FUND)),
    (("nominee", "Republican"), ("nominee", "GOP")),
    (("senator", "Texas"), ("senator", "Republican")),
    (("spokesman", "Mrs. Ruiz"), ("spokeswoman", "campaign")),
    (("press secretary", FUND), ("spokesman", FUND)),
    (("early investor", FUND), ("investor", "Seed Alliance")),
    (("former coach", "Delta Lions"), ("coach", "Harbour Bears")),
    (("baker and former mayor", None), ("baker", None)),
    (("baker and former mayor", None), ("former mayor", None)),
]


def clashes(*told, days=(None, None)):
    positions = [affiliation(role, organization, article_id=one) for one, (role, organization) in told]
    articles = [Article(id_, "", published_at=day) for id_, day in zip("ab", days, strict=True)]
    return list(clashing_positions(speaker("Ana", affiliations=positions), articles))


@pytest.mark.parametrize(("position", "other", "severity"), CLASHES)
def test_posts_that_cannot_both_be_meant(position, other, severity):
    for first, second in ((position, other), (other, position)):
        ((_, _, found),) = clashes(("a", first), ("b", second))
        assert found is severity


@pytest.mark.parametrize(("position", "other"), BENIGN)
def test_detail_abbreviation_and_second_jobs_are_no_clash(position, other):
    assert not clashes(("a", position), ("b", other))
    assert not clashes(("b", position), ("a", other))


def test_one_article_may_list_two_posts():
    assert not clashes(("a", ("director", FUND)), ("a", ("owner", FUND)))


def test_a_post_that_the_other_article_tells_as_well_is_explained():
    assert not clashes(("a", ("director", FUND)), ("a", ("owner", FUND)), ("b", ("owner", FUND)))


def test_who_is_called_former_once_is_meant_so_throughout():
    former, bare = ("former president", "Chile"), ("president", "Chile")
    assert clashes(("a", former), ("a", bare), ("b", bare))
    assert not clashes(("a", former), ("b", bare), ("b", former))


@pytest.mark.parametrize(
    ("position", "other", "n"),
    [
        pytest.param("Prime Minister Lee", "President Lee", 1, id="a name has one title"),
        pytest.param("Senator Lee", "Ambassador Lee", 1, id="another title"),
        pytest.param("Senator, Lee", "Ambassador Lee", 0, id="one is no title"),
        pytest.param("Army spokesman General Lee", "General Lee", 0, id="the title holds the other"),
        pytest.param("Bishop Lee", "Archbishop Lee", 1, id="of another rank"),
        pytest.param("Former Senator Lee", "Senator Lee", 1, id="a title that many keep"),
        pytest.param("Director Lee", "Owner Lee", 0, id="not of the state"),
    ],
)
def test_titles_before_a_name(position, other, n):
    articles = [Article("a", position), Article("b", other)]
    titles = [re.split(r",? Lee", text)[0] for text in (position, other)]
    told = [
        Affiliation(article.id, Span(0, len(title), title), title, None)
        for article, title in zip(articles, titles, strict=True)
    ]
    found = list(clashing_positions(speaker("Ana", affiliations=told), articles))
    assert [severity for _, _, severity in found] == [Severity.MEDIUM] * n


@pytest.mark.parametrize(
    ("text", "role", "office", "tense"),
    [
        ("who leads the Food Fund", None, "head", Tense.CURRENT),
        ("used to be the mayor of Lima", "mayor", "mayor", Tense.FORMER),
        ("secretary of state", "secretary of state", "secretary", Tense.CURRENT),
        ("was head of state", "head of state", "head of state", Tense.CURRENT),
        ("beekeeper", "beekeeper", "beekeeper", Tense.CURRENT),
    ],
)
def test_a_post_is_read_from_role_and_text(text, role, office, tense):
    position = position_of(Affiliation("a", Span(0, len(text), text), role, None), Article("a", text))
    assert (position.offices, position.tense) == (frozenset({office}), tense)


@pytest.mark.parametrize(
    ("before", "tense"),
    [("Okoro, who until last year was ", Tense.FORMER), ("the former king, Okoro, now ", Tense.CURRENT)],
)
def test_the_clause_before_a_post_tells_its_time(before, tense):
    text = f"{before}minister of tourism"
    position = position_of(
        Affiliation("a", Span(len(before), len(text), text[len(before) :]), "minister", None),
        Article("a", text),
    )
    assert position.tense is tense


@pytest.mark.parametrize(
    ("days", "n"),
    [
        (("2024-06-20", "2024-07-18"), 1),
        (("2024-06-20", "2024-07-19"), 0),
        (("2024-06-20", None), 1),
    ],
)
def test_who_is_something_else_weeks_later_has_changed_posts(days, n):
    assert len(clashes(("a", ("director", FUND)), ("b", ("owner", FUND)), days=days)) == n


@pytest.mark.parametrize("term", ["from 2000 to 2006", "(1994–1999)", "until 2016"])
def test_a_term_that_has_ended_is_past(term):
    text = f"Ruiz, president of Chile {term}, agreed."
    told = Affiliation("a", Span(6, 24, text[6:24]), "president", "Chile")
    assert position_of(told, Article("a", text)).tense is Tense.FORMER


@pytest.mark.parametrize(
    ("position", "other", "expected"),
    [
        (("director", FUND), ("director", "Seed Alliance"), ConflictClass.ORGANIZATION),
        (("director", FUND), ("owner", FUND), ConflictClass.POSITION),
        (("deputy director", FUND), ("director", FUND), ConflictClass.RANK),
        (("former director", FUND), ("director", FUND), ConflictClass.TENSE),
    ],
)
def test_what_about_the_positions_differs(position, other, expected):
    ((one, two, _),) = clashes(("a", position), ("b", other))
    assert class_of_clash(one, two) is expected
