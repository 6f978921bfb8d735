"""Which words a reporting clause reports."""

import pytest

from tests.attribution.readings import clauses_of


def contents(notation: str) -> dict[str, str | None]:
    """The words that each cue reports."""
    annotated, clauses = clauses_of(notation)
    return {
        clause.cue.text: None
        if clause.content is None
        else annotated.parse.span(clause.content[0], clause.content[1] - 1).text
        for clause in clauses
    }


@pytest.mark.parametrize(
    ("notation", "cue", "content"),
    [
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/works the plan/nsubj/works works/ccomp/said .",
            "said",
            "the plan works",
            id="X said that …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root in a statement/obl/said that/mark/works the plan/nsubj/works "
            "works/acl/statement .",
            "said",
            "the plan works",
            id="X said in a statement that …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root for the first/amod/time time/obl/said that/mark/works the "
            "plan/nsubj/works works/ccomp/time .",
            "said",
            "the plan works",
            id="X said for the first time that …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/was it/nsubj/was was/ccomp/said “ a trap/obj/was , ” "
            "referring/advcl/was to the plan/obl/referring .",
            "said",
            "it was “a trap",
            id="X said that … “…,” referring to …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root the plan/nsubj/works works/ccomp/said .",
            "said",
            "the plan works",
            id="X said …",
        ),
        pytest.param(
            "The plan/nsubj/works works/ccomp/said , Ann_Lee/nsubj/said/PERSON said/root .",
            "said",
            "The plan works",
            id="…, X said",
        ),
        pytest.param(
            "The plan/nsubj/works works/ccomp/said , the/det/Acme Paris/compound/based/LOC -/punct/Paris "
            "based/amod/Acme/VERB Acme/nsubj/said/ORG said/root .",
            "said",
            "The plan works",
            id="…, the Paris-based X said",
        ),
        pytest.param(
            "That/nsubj/helped/PRON helped/ccomp/said us/obj/helped , Ann_Lee/nsubj/said/PERSON said/root .",
            "said",
            "That helped us",
            id="That …, X said",
        ),
        pytest.param(
            "Ann_Lee/nsubj/said/PERSON said/root that/mark/works as/case/Monday/ADP of/fixed/as/ADP "
            "Monday/obl/works/DATE , the plan/nsubj/works works/ccomp/said .",
            "said",
            "as of Monday, the plan works",
            id="X said that as of …",
        ),
        pytest.param(
            "The plan/nsubj/works works/ccomp/said , said/root Ann_Lee/nsubj/said/PERSON , the mayor/appos/Ann .",
            "said",
            "The plan works",
            id="…, said X, the Y",
        ),
        pytest.param(
            "The plan/nsubj/works works/root , according/case/Ann to/fixed/according/ADP Ann_Lee/obl/works/PERSON .",
            "according to",
            "The plan works",
            id="…, according to X",
        ),
        pytest.param(
            "According/case/Ann to/fixed/According/ADP Ann_Lee/obl/works/PERSON , the plan/nsubj/works works/root .",
            "According to",
            "the plan works",
            id="According to X, …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/told/PERSON told/root reporters/obj/told "
            "that/mark/works the plan/nsubj/works works/ccomp/told .",
            "told reporters",
            "the plan works",
            id="X told Y that …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/says/PERSON says/root the plan/nsubj/works works/ccomp/says , "
            "and adds/conj/says/VERB that/mark/failed "
            "it/nsubj/failed failed/ccomp/adds .",
            "says",
            "the plan works",
            id="X says …, and adds …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/says/PERSON says/root it/nsubj/works works/ccomp/says , "
            "according/case/her to/fixed/according/ADP "
            "her/nmod:poss/aide aide/obl/says .",
            "says",
            "it works",
            id="X says …, according to Y",
        ),
        pytest.param(
            "Asked/root who/nsubj/won won/ccomp/Asked .".replace("Asked", "Telling"),
            "Telling",
            "who won",
            id="telling …, nobody named",
        ),
        pytest.param(
            "Ann_Lee/nsubj/promised/PERSON promised/root to/mark/build/PART build/xcomp/promised it/obj/build .",
            "promised",
            "to build it",
            id="X promised to …",
        ),
        pytest.param(
            "Ann_Lee/nsubj/described/PERSON described/root the plan/obj/described as troubling/obl/described .",
            "described",
            "the plan as troubling",
            id="X described … as …",
        ),
    ],
)
def test_the_words_that_a_clause_reports(notation: str, cue: str, content: str):
    assert contents(notation)[cue] == content


def test_a_cue_alone_reports_nothing():
    assert contents("Ann_Lee/nsubj/said/PERSON said/root .") == {"said": None}


def test_the_bracket_that_closes_is_part_of_the_words():
    notation = (
        "Ann_Lee/nsubj/said/PERSON said/root the plan/nsubj/helps helps/ccomp/said Acme_Steel/obj/helps/ORG "
        "( AS/appos/Steel/ORG ) ."
    )
    assert contents(notation)["said"] == "the plan helps Acme Steel (AS)"


def test_a_sentence_glued_to_the_words_is_none_of_them():
    notation = (
        "Japan/nsubj/vowed/LOC vowed/root to/mark/buy buy/xcomp/vowed/VERB planes/obj/buy and/cc/is "
        "Under/case/law/ADP law/obl/is it/nsubj/is is/conj/buy free/xcomp/is ."
    )
    assert contents(notation)["vowed"] == "to buy planes"


@pytest.mark.parametrize(
    ("phrase", "is_part"),
    [
        pytest.param("in a long/amod/interview interview/nmod/port", False, id="where it was said"),
        pytest.param("in a small/amod/harbour harbour/nmod/port", True, id="where it is"),
        pytest.param("with a long/amod/interview interview/nmod/port", True, id="with it"),
    ],
)
def test_what_carries_the_words_is_none_of_them(phrase: str, is_part: bool):
    notation = (
        "Ann_Lee/nsubj/questioned/PERSON questioned/root the good/amod/use use/obj/questioned of the port/nmod/use "
        f"{phrase} ."
    )
    (content,) = contents(notation).values()
    assert content is not None
    assert content.startswith("the good use of the port")
    assert ("interview" in content or "harbour" in content) is is_part
