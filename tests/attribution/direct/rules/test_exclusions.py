"""Who cannot have said the words."""

import pytest

from tests.attribution.direct.test_judging import best

THING = "“ We/nsubj/won won/root it/obj/won . ” \n\n The fire/nsubj/started started/root ."
TURNS = (
    "“ Why/root//ADV ? ” Ann_Lee/nsubj/asked/PERSON asked/parataxis/Why .\n\n"
    "“ So/root//ADV , ” Bo_Kim/nsubj/answered/PERSON answered/parataxis/So .\n\n"
    "“ With/case/whom whom/root//PRON ? ”\n\n“ Alone/root//ADV . ”"
)


@pytest.mark.parametrize(
    ("notation", "names"),
    [
        pytest.param(
            "Bo_Kim/nsubj/knew/PERSON knew/root what/obj/said his/nmod:poss/mother mother/nsubj/said said/ccomp/knew : "
            "“ Run/parataxis/knew/VERB . ”",
            ["his mother"],
            id="not the owner",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root Bo_Kim/nsubj/said/PERSON .\n\n"
            "Mary_Lee/nmod:poss/letter/PERSON ’s/case/Lee letter/nsubj/said said/root : "
            "“ We/nsubj/won won/ccomp/said . ”",
            ["Bo Kim", "Mary Lee"],
            id="the owner of a letter",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root Peter_Lee/nsubj/said/PERSON .\n\n"
            "Bo_Kim/nsubj/met/PERSON met/root Peter_Lee/obj/met/PERSON , who/obj/said he/nsubj/said "
            "said/acl:relcl/Peter “ was/aux/wrong/AUX wrong/ccomp/said/ADJ . ”",
            ["Peter Lee", "Bo Kim"],
            id="not whom he speaks of",
        ),
        pytest.param(
            "“ No/ccomp/told/INTJ , ” Mary_Lee/nsubj/told/PERSON told/root Peter_Kim/obj/told/PERSON .\n"
            "“ Why/advmod/asked ? ” he/nsubj/asked asked/root .",
            ["Mary Lee", "Peter Kim"],
            id="not a woman",
        ),
        pytest.param(
            "“ Dead/ccomp/asked/ADJ ? ” a reporter/nsubj/asked asked/root Mary_Lee/obj/asked/PERSON .\n"
            "“ No/ccomp/said/INTJ , ” she/nsubj/said said/root .",
            ["reporter", "Mary Lee"],
            id="not who asked",
        ),
        pytest.param(
            "“ Good/ccomp/said/ADJ , ” said/root the mayor/nsubj/said .\n"
            "“ Bad/ccomp/said/ADJ , ” said/root the engineer/nsubj/said .",
            ["mayor", "engineer"],
            id="not who has another post",
        ),
        pytest.param(
            "“ Why/advmod/asked ? ” Mary_Lee/nsubj/asked/PERSON asked/root ; “ So/advmod/said , ” the clerk/nsubj/said "
            "said/parataxis/asked .",
            ["Mary Lee", "clerk"],
            id="not who speaks by another verb of the sentence",
        ),
        pytest.param(
            "“ Good/ccomp/said/ADJ , ” said/root the sheriff/nsubj/said .\n"
            "“ Bad/ccomp/said/ADJ , ” said/root the spokeswoman/nsubj/said .",
            ["sheriff", "spokeswoman"],
            id="not whom she speaks for",
        ),
        pytest.param(
            "Bo_Kim/nsubj/recall/PERSON recall/root the doctor/obj/recall saying/advcl/recall : "
            "“ We/nsubj/won won/ccomp/saying . ”",
            ["doctor"],
            id="not who recalls him",
        ),
        pytest.param(
            "The bank/nsubj/fell fell/root .\nAnn_Lee/nsubj/left/PERSON left/root .\n"
            "It/nsubj/said said/root : “ We/nsubj/won won/ccomp/said . ”",
            ["bank"],
            id="no person where it says",
        ),
        pytest.param(
            "Ann_Lee/nsubj/says/PERSON says/root the guard/nsubj/told told/ccomp/says her/obj/told/PRON : "
            "“ Pay/ccomp/told/VERB or/cc/stay stay/conj/Pay/VERB . ”",
            ["guard"],
            id="not who tells what somebody told",
        ),
        pytest.param(
            "After/mark/told Ann_Lee/nsubj/told/PERSON told/advcl/called viewers/obj/told it/nsubj/untested "
            "was/cop/untested “ untested/ccomp/told/ADJ ” , the agency/nsubj/called called/root it/obj/called "
            "“ false/xcomp/called/ADJ ” .",
            ["Ann Lee", "agency"],
            id="no person for a body",
        ),
        pytest.param(
            "Actress/compound/Ann/NOUN Ann_Lee/nsubj/accused/PERSON accused/root director/compound/Bo/NOUN "
            "Bo_Kim/obj/accused/PERSON of “ bullying/obl/accused ” .\n“ No/ccomp/said/INTJ , ” the old/amod/director "
            "director/nsubj/said said/root .",
            ["Ann Lee", "Bo Kim"],
            id="not the actress where somebody else directs",
        ),
        pytest.param(
            "Mayor/compound/Ann/NOUN Ann_Lee/nsubj/met/PERSON met/root deputy/compound/mayor mayor/compound/Bo/NOUN "
            "Bo_Kim/obj/met/PERSON .\n“ No/ccomp/said/INTJ , ” the old/amod/mayor mayor/nsubj/said said/root .",
            ["Ann Lee"],
            id="not the deputy mayor",
        ),
        pytest.param(
            "The airline/nsubj/blamed blamed/root “ bad/amod/weather weather/obj/blamed ” , while/mark/denounced "
            "the union/nsubj/denounced denounced/advcl/blamed “ greed/obj/denounced ” .",
            ["airline", "union"],
            id="not who stands beside",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root Ann_Lee/nsubj/said/PERSON , the minister/appos/Ann "
            "of Brazil/nmod/minister/LOC .\n"
            "“ Yes/ccomp/said/INTJ , ” said/root the Turkish/amod/minister/ADJ/NORP minister/nsubj/said .",
            ["Ann Lee", "Turkish minister"],
            id="not the minister of another country",
        ),
        pytest.param(
            "“ No/ccomp/said/INTJ , ” said/root Peter_Lee/nsubj/said/PERSON .\n"
            "“ Yes/ccomp/said/INTJ , ” said/root the spokeswoman/nsubj/said .",
            ["Peter Lee", "spokeswoman"],
            id="not somebody without a position",
        ),
        pytest.param(TURNS, ["Ann Lee", "Bo Kim", "Ann Lee", "Bo Kim"], id="in turns"),
        pytest.param(THING, [None], id="no thing"),
    ],
)
def test_excluded(notation: str, names: list[str]):
    assert best(notation) == names
