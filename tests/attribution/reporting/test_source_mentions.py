"""The mention that the head word of a source stands for."""

import pytest

from service.attribution.reporting.source_mentions import mention_of, mentions_of, relative_pronoun
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of


@pytest.mark.parametrize(
    ("notation", "word", "name"),
    [
        ("Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .", "Ann", "Ann Lee"),
        ("The minister/nsubj/said Ann_Lee/appos/minister/PERSON said/root so/advmod/said .", "minister", "Ann Lee"),
        ("Bakers/nsubj/said Delta/appos/Bakers/ORG said/root so/advmod/said .", "Bakers", "Delta"),
        ("Delta/compound/bakers/LOC bakers/nsubj/said said/root so/advmod/said .", "bakers", "Delta bakers"),
        ("Delta/compound/office/LOC office/nsubj/said said/root so/advmod/said .", "office", "Delta office"),
        ("Holt/compound/aides/PERSON aides/nsubj/said said/root so/advmod/said .", "aides", "Holt aides"),
        ("A Holt/compound/aide/PERSON aide/nsubj/said said/root so/advmod/said .", "aide", "Holt aide"),
        (
            "The Holt/compound/campaign/PERSON campaign/nsubj/said said/root so/advmod/said .",
            "campaign",
            "Holt campaign",
        ),
        ("The Union/compound/board/ORG board/nsubj/said said/root so/advmod/said .", "board", "Union board"),
        (
            "The UN/compound/body/ORG farm/compound/body body/nsubj/said , FARO/appos/body/ORG , said/root .",
            "body",
            "FARO",
        ),
        ("A Canvix/compound/survey/ORG survey/nsubj/said said/root so/advmod/said .", "survey", "Canvix survey"),
        ("A Canvix/compound/statement/ORG statement/nsubj/said said/root so/advmod/said .", "statement", "Canvix"),
        ("The Dawn/compound/newspaper/ORG newspaper/nsubj/said said/root so/advmod/said .", "newspaper", "Dawn"),
        ("She/nsubj/said said/root so/advmod/said .", "She", "she"),
    ],
)
def test_a_name_on_the_source_is_its_mention(notation: str, word: str, name: str):
    annotated = annotated_of(notation)
    mention = mention_of(annotated, word_of(annotated.parse, word))
    assert mention is not None
    assert mention.name == name


def test_words_that_stand_for_nobody_are_left_out():
    annotated = annotated_of("Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .")
    words = [word_of(annotated.parse, word) for word in ("said", "Ann")]
    assert [mention.name for mention in mentions_of(annotated, words)] == ["Ann Lee"]


def test_who_stands_for_the_source_of_a_relative_clause():
    notation = (
        "Ann_Lee/nsubj/left/PERSON , who/nsubj/said said/acl:relcl/Ann it/nsubj/works works/ccomp/said , left/root ."
    )
    parse = annotated_of(notation).parse
    pronoun = relative_pronoun(parse, word_of(parse, "said"))
    assert pronoun is not None
    assert pronoun.text == "who"
    assert relative_pronoun(parse, word_of(parse, "left")) is None
