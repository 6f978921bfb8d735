"""Whether words beside a cue are what it reports."""

import pytest

from service.attribution.indirect.content_candidates import Border, ContentCandidate
from service.attribution.indirect.propositions import is_proposition
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "first", "frame", "cue", "says"),
    [
        ("He/nsubj/said said/root it/nsubj/works works/ccomp/said .", "it", "ccomp", "say/VERB", True),
        ("He/nsubj/thanked thanked/root the fans/obj/thanked .", "the", "obj", "thank/VERB", False),
        (
            "He/nsubj/announced announced/root a bridge/obj/announced by May/nmod/bridge/DATE over/case/river the "
            "river/nmod/bridge .",
            "a",
            "obj",
            "announce/VERB",
            True,
        ),
        (
            "He/nsubj/spoke spoke/root about/case/bridge the old/amod/bridge iron/compound/bridge bridge/obl/spoke .",
            "about",
            "obl:about",
            "speak/VERB",
            False,
        ),
        (
            "He/nsubj/referred referred/root//VERB it/obj/referred and/cc/mend will/aux/mend mend/advcl/referred/VERB "
            "the/det/road road/obj/mend .",
            "will",
            "advcl:to",
            "refer/VERB",
            False,
        ),
    ],
)
def test_something_is_said_or_only_named(notation: str, first: str, frame: str, cue: str, says: bool):
    parse = parsed(notation)
    words = (word_of(parse, first), len(parse.words) - 1)
    assert is_proposition(parse, cue, ContentCandidate(frame, Border.WHOLE, None, words)) is says


@pytest.mark.parametrize(
    ("notation", "first", "head", "frame", "cue"),
    [
        pytest.param(
            "They/nsubj/met met/root the demands/obj/met of/case/villagers the many/amod/villagers "
            "angry/amod/villagers villagers/nmod/demands .",
            "of",
            "villagers",
            "nmod:of",
            "demand/NOUN",
            id="who demands",
        ),
        pytest.param(
            "She/nsubj/claimed claimed/root a silver/compound/medal medal/obj/claimed in/case/final the "
            "long/amod/final final/nmod/medal .",
            "a",
            "medal",
            "obj",
            "claim/VERB",
            id="what somebody wins",
        ),
    ],
)
def test_who_asks_and_what_is_won_are_no_reports(notation: str, first: str, head: str, frame: str, cue: str):
    parse = parsed(notation)
    words = (word_of(parse, first), len(parse.words) - 1)
    assert not is_proposition(parse, cue, ContentCandidate(frame, Border.WHOLE, word_of(parse, head), words))
