"""Conflicts in one sentence."""

from service.domain.articles import Article, Span
from service.domain.conflicts import Claim, DiffOp, DiffStep, Evidence
from service.linking.conflicts.summary import affiliation_summary, speaker_summary, wording_summary
from tests.linking.reports import speaker

ARTICLES = [Article("a", "", outlet="The Post"), Article("b", "", outlet="The Post"), Article("c", "")]
SPAN = Span(0, 3, "yes")


def claim(value, *article_ids):
    return Claim(value, tuple(Evidence(id_, None, SPAN) for id_ in article_ids))


def test_an_outlet_is_named_once_and_an_article_without_one_by_its_id():
    said = speaker_summary([claim("Ana", "a", "b"), claim("Omar", "c")], "We wait", ARTICLES)
    assert said == "“We wait” is attributed to Ana in The Post and Omar in c."


def test_three_claims_are_a_list():
    said = speaker_summary([claim("Ana", "a"), claim("Omar", "b"), claim("Luis", "c")], "We wait", ARTICLES)
    assert said.endswith("Ana in The Post, Omar in The Post and Luis in c.")


def test_long_words_are_cut_between_two_of_them():
    said = speaker_summary([claim("Ana", "a"), claim("Omar", "c")], "well " * 40, ARTICLES)
    assert "well …”" in said
    assert len(said) < 180


def test_a_position_is_shown_as_printed():
    said = affiliation_summary(speaker("Ana"), [claim("owner", "a"), claim("director", "c")], ARTICLES)
    assert said == "Ana is “owner” in The Post and “director” in c."


def test_a_change_is_shown_with_three_words_on_each_side():
    diff = (
        DiffStep(DiffOp.EQUAL, "in the far and dry", "in the far and dry"),
        DiffStep(DiffOp.REPLACE, "valley", "plain"),
        DiffStep(DiffOp.EQUAL, "of the old north", "of the old north"),
    )
    said = wording_summary("Ana", [claim("x", "a"), claim("y", "c")], diff, ARTICLES)
    assert said == (
        "Ana is quoted in different words: “… far and dry valley of the old …” in The Post "
        "and “… far and dry plain of the old …” in c."
    )


def test_a_change_inside_is_shown_rather_than_words_left_out_at_the_end():
    diff = (
        DiffStep(DiffOp.DELETE, "Well,", ""),
        DiffStep(DiffOp.EQUAL, "we", "we"),
        DiffStep(DiffOp.REPLACE, "wait", "hope"),
        DiffStep(DiffOp.EQUAL, "here", "here"),
    )
    said = wording_summary(None, [claim("x", "a"), claim("y", "c")], diff, ARTICLES)
    assert (
        said == "One statement is quoted in different words: “Well, we wait here” in The Post and “we hope here” in c."
    )
