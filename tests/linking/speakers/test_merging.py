"""The speakers of several articles as one list."""

from dataclasses import replace
from itertools import permutations

from service.domain.articles import Article
from service.domain.quotations import ArticleAnalysis, SpeakerKind
from service.linking.speakers.merging import merge_speakers
from tests.linking.reports import affiliation, speaker


def report(article_id, *speakers):
    return ArticleAnalysis(
        Article(article_id, ""), (), tuple(replace(one, id=f"{article_id}-{one.name}") for one in speakers)
    )


def names(*reports):
    return [one.name for one in merge_speakers(reports).speakers]


def test_spellings_and_short_forms_become_aliases_of_the_fullest_form():
    told = [
        report("a", speaker("Kim Jong Un")),
        report("b", speaker("Kim Jong-un")),
        report("c", speaker("Kim")),
    ]
    (merged,) = merge_speakers(told).speakers
    assert merged.name == "Kim Jong Un"
    assert merged.aliases == ("Kim", "Kim Jong-un")


def test_a_short_form_of_two_people_is_neither():
    assert names(
        report("a", speaker("Ana Pérez")), report("b", speaker("Luis Pérez")), report("c", speaker("Pérez"))
    ) == [
        "Ana Pérez",
        "Luis Pérez",
        "Pérez",
    ]


def test_a_short_form_fits_two_spellings_of_one_person():
    told = [
        report("a", speaker("Omar Muhammad Said")),
        report("b", speaker("Omar Mohamed Said")),
        report("c", speaker("Omar")),
    ]
    assert len(merge_speakers(told).speakers) == 1


def test_speakers_that_one_article_tells_apart_stay_apart():
    assert len(names(report("a", speaker("Kim"), speaker("Kim Jong Un")))) == 2


def test_genders_and_kinds_do_not_mix():
    woman, man = (replace(speaker("Robin Hill"), gender=gender) for gender in "fm")
    organization = speaker("Robin Hill", kind=SpeakerKind.ORGANIZATION)
    assert len(names(report("a", woman), report("b", man), report("c", organization))) == 3


def test_descriptions_name_nobody():
    assert (
        names(report("a", speaker("police officer")), report("b", speaker("police officer"))) == ["police officer"] * 2
    )


def test_bodies_merge_by_abbreviation():
    un, full = (
        speaker("UN", kind=SpeakerKind.ORGANIZATION),
        speaker("United Nations", kind=SpeakerKind.ORGANIZATION),
    )
    assert names(report("a", un), report("b", full)) == ["United Nations"]


def test_affiliations_of_all_articles_are_kept():
    told = [
        report(one, speaker("Ana Pérez", affiliations=[affiliation("mayor", None, article_id=one)])) for one in "ab"
    ]
    (merged,) = merge_speakers(told).speakers
    assert [position.article_id for position in merged.affiliations] == ["a", "b"]


def test_the_order_of_articles_does_not_matter():
    told = [
        report("a", speaker("Kim Jong Un")),
        report("b", speaker("Kim")),
        report("c", speaker("Tongfi Kim")),
    ]
    assert len({merge_speakers(order).speakers for order in permutations(told)}) == 1


def test_each_article_finds_its_speakers():
    merged = merge_speakers([report("a", speaker("Ana Pérez")), report("b", speaker("Pérez"))])
    assert merged.merged_id("b", "b-Pérez") == merged.speakers[0].id
