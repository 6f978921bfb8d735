"""How likely each mention names the speaker."""

import pytest

from service.attribution.direct.evidence_table import EVIDENCE, MentionTable
from service.lexicon import weights
from tests.attribution.readings import contexts_of


@pytest.mark.parametrize(
    ("notation", "mention"),
    [
        pytest.param(
            "Bo_Kim/nsubj/left/PERSON left/root .\n"
            "“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON .",
            "Ann Lee",
            id="the subject of the clause, not who is named before",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root Bo_Kim/obj/told/PERSON : “ We/nsubj/won won/ccomp/told . ”",
            "Ann Lee",
            id="who tells, not who is told",
        ),
    ],
)
def test_the_likeliest_mention(notation: str, mention: str):
    context = contexts_of(notation)[0]
    scores = MentionTable().scores(context)
    assert context.candidates[scores.index(max(scores))].mention.name == mention


def test_without_candidates_there_are_no_scores():
    assert MentionTable().scores(contexts_of("“ We/nsubj/won won/root . ”")[0]) == ()


@pytest.mark.parametrize(
    "notation",
    [
        "Bo_Kim/nsubj/left/PERSON left/root :\n“ We/nsubj/won won/ccomp/said , ” said/root Ann_Lee/nsubj/said/PERSON ."
        "\n“ Never/root//ADV , ” she/nsubj/said said/parataxis/Never : “ No/root//ADV . ”",
        "Ann_Lee/nsubj/told/PERSON told/root Bo_Kim/obj/told/PERSON : “ We/nsubj/won won/ccomp/told . ” “ Go/root . ”",
    ],
)
def test_rows_that_are_not_asked_would_say_nothing(notation: str):
    learnt = weights("models/attribution/speaker_weights")
    table = MentionTable()
    for context in contexts_of(notation):
        for candidate, score in zip(context.candidates, table.scores(context), strict=True):
            everything = sum(learnt[rule.__name__] * rule(context, candidate) for rule in EVIDENCE)
            assert score == pytest.approx(everything)
