"""Names, and which of them are one speaker."""

from dataclasses import replace
from itertools import combinations

import pytest

from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis, SpeakerKind
from service.linking.speakers import name_graph
from service.linking.speakers.name_graph import NameLink, NameVariant, name_link_of, speakers_of, variants_of
from tests.linking.reports import speaker


def variant(name, gender=None, kind=SpeakerKind.PERSON):
    return NameVariant(f"{name}-{gender}", replace(speaker(name, kind=kind), gender=gender))


def groups(*told, apart=()):
    pairs = ((one, two, {one.speaker.name, two.speaker.name} in apart) for one, two in combinations(told, 2))
    links = [link for one, two, are_apart in pairs if (link := name_link_of(one, two, are_apart=are_apart))]
    found = speakers_of(told, links)
    return len(set(found.values()))


def test_a_short_form_of_a_short_form_is_the_fullest():
    assert groups(variant("Pérez"), variant("María Pérez"), variant("Ana María Pérez")) == 2, "Pérez may be either"
    assert groups(variant("María Pérez"), variant("Ana María Pérez"), variant("Ana María Lucía Pérez")) == 1


def test_a_name_of_a_woman_and_a_man_is_joined_by_its_gender_only():
    hills = variant("Robin Hill", "f"), variant("Robin Hill", "m")
    assert groups(*hills, variant("Robin Anna Hill", "f")) == 2
    assert groups(*hills, variant("Robin Anna Hill")) == 3


def test_a_short_form_of_too_many_names_is_nobodys(monkeypatch):
    named = variant("Ana Pérez"), variant("Luis Pérez", "m")
    assert groups(variant("Pérez", "f"), *named) == 2
    monkeypatch.setattr(name_graph, "MAX_FULLER", 1)
    assert groups(variant("Pérez", "f"), *named) == 3


def test_whom_an_article_tells_apart_are_two():
    assert groups(variant("Pérez"), variant("Ana Pérez"), apart=[{"Pérez", "Ana Pérez"}]) == 2


def test_acronyms_of_each_other_are_one_speaker():
    told = [NameVariant(name, replace(speaker(name), id=name)) for name in "ab"]
    links = [NameLink("a", "b", True, False), NameLink("b", "a", True, False)]
    assert len(set(speakers_of(told, links).values())) == 1


@pytest.mark.parametrize(("name", "kind"), [("police officer", SpeakerKind.UNNAMED), ("police", "organization")])
def test_what_names_nobody_is_a_voice_for_each_article(name, kind):
    told = [
        ArticleAnalysis(Article(article_id, ""), (), (speaker(name, kind=SpeakerKind(kind)),))
        for article_id in ("a", "b")
    ]
    assert len({variant.id for one in told for variant in variants_of(one).values()}) == 2


def test_two_of_one_name_in_an_article_are_two_voices():
    twins = tuple(replace(speaker("Ana Pérez"), id=number) for number in "12")
    assert len({one.id for one in variants_of(ArticleAnalysis(Article("a", ""), (), twins)).values()}) == 2
