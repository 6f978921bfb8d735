"""What articles say that a speaker is, as it is shown."""

import pytest

from service.domain.articles import Article
from service.domain.quotations import Affiliation, Speaker, SpeakerKind
from service.presentation.affiliation_text import affiliation_texts

TEXT = "North Korea’s Kim Jong Un met the North Korean leader’s friends of the Food Fund, leader of the Food Fund."


def _affiliation(text: str, role: str | None, organization: str | None) -> Affiliation:
    start = TEXT.index(text)
    return Affiliation("a", Article("a", TEXT).span(start, start + len(text)), role, organization)


COUNTRY = _affiliation("North Korea’s Kim Jong Un", None, "North Korea")
LEADER = _affiliation("North Korean leader", "leader", "North Korean")
FUND = _affiliation("of the Food Fund", None, "Food Fund")
LEADER_OF_FUND = _affiliation("leader of the Food Fund", "leader", "Food Fund")


@pytest.mark.parametrize(
    ("affiliations", "texts"),
    [
        ([COUNTRY], ["North Korea"]),
        ([COUNTRY, LEADER], ["North Korean leader"]),
        ([LEADER, FUND], ["North Korean leader", "Food Fund"]),
        ([LEADER, FUND, LEADER_OF_FUND], ["North Korean leader", "leader of the Food Fund"]),
    ],
)
def test_nothing_is_said_twice(affiliations: list[Affiliation], texts: list[str]):
    speaker = Speaker("s1", "Kim Jong Un", SpeakerKind.PERSON)
    assert list(affiliation_texts(speaker, affiliations)) == texts


def test_a_description_as_a_name_says_it_all():
    speaker = Speaker("s1", "North Korean leader", SpeakerKind.UNNAMED)
    assert affiliation_texts(speaker, [LEADER]) == {}


def test_each_text_comes_with_all_its_places():
    speaker = Speaker("s1", "Kim Jong Un", SpeakerKind.PERSON)
    assert affiliation_texts(speaker, [LEADER, LEADER]) == {"North Korean leader": (LEADER, LEADER)}
