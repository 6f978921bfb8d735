"""Titles and terms where speech could stand."""

import pytest

from service.attribution.direct.rules.titles import is_term, is_title
from tests.attribution.readings import contexts_of


@pytest.mark.parametrize(
    "notation",
    [
        "She/nsubj/sang sang/root “ Home/obj/sang/PROPN Again/advmod/Home/PROPN ” .",
        "She/nsubj/read read/root from/case/Road “ The/det/Road/DET Road/obl/read/PROPN ” .",
        "She/nsubj/read read/root in/case/Road “ The/det/Road/DET Road/obl/read/PROPN ” .",
        "She/nsubj/wrote wrote/root it/obj/wrote titled/acl/it “ Why/advmod/Row We/nsubj/Row Row/ccomp/titled ” .",
        "She/nsubj/told told/root/VERB “ Breakfast/compound/Hour/PROPN Hour/obj/told/PROPN ” .",
        "She/nsubj/said said/root on/case/Hour “ The/det/Hour/DET Late/amod/Hour/ADJ Hour/obl/said/PROPN ” .",
        "She/nsubj/spoke spoke/root on/case/Today Lee/nmod:poss/Today 's/case/Lee/PART “ Today/obl/spoke/PROPN ” .",
    ],
)
def test_titles(notation: str):
    assert is_title(contexts_of(notation)[0])


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("A sign/nsubj/read read/root “ No/det/Entry Entry/obj/read/PROPN ” .", id="a sign speaks"),
        pytest.param("She/nsubj/sang sang/root “ home/obj/sang/NOUN ” .", id="small letters"),
        pytest.param("She/nsubj/said said/root “ Home/obj/said/PROPN ” .", id="another verb"),
        pytest.param("“ Home/root//PROPN ” .", id="nothing before"),
        pytest.param(
            "She/nsubj/went went/root on/advmod/went “ Go/ccomp/went/VERB Home/obj/Go/PROPN ” .", id="no place"
        ),
        pytest.param("She/nsubj/told told/root/VERB “ we/nsubj/won won/ccomp/told ” .", id="words to nobody named"),
        pytest.param("Told/root/VERB “ Home/obj/Told/PROPN ” .", id="nobody tells it"),
    ],
)
def test_no_titles(notation: str):
    assert not is_title(contexts_of(notation)[0])


TERM = "He/nsubj/suspect was/cop/suspect a/det/suspect “ main/amod/suspect suspect/root//NOUN ” ."
LATER = "\n\nAnn_Lee/nsubj/said/PERSON said/root so/advmod/said ."


@pytest.mark.parametrize(
    ("notation", "term"),
    [
        (TERM, True),
        (f"{TERM}{LATER}", True),
        (TERM.replace("was/cop/suspect a/det/suspect", "has/aux/suspect a/det/suspect") + LATER, False),
        (TERM.replace("a/det/suspect “", "“") + LATER, False),
        (f"{TERM} Ann_Lee/nsubj/said/PERSON said/root so/advmod/said .", False),
    ],
)
def test_terms(notation: str, *, term: bool):
    assert is_term(contexts_of(notation)[0]) is term


@pytest.mark.parametrize(
    ("notation", "term"),
    [
        pytest.param("He/nsubj/bought bought/root what/obj/call villagers/nsubj/call call/acl:relcl/what “ "
                     "black/amod/gold gold/xcomp/call/NOUN ” .", True, id="what many call it"),
        pytest.param("He/nsubj/bought bought/root what/obj/call the villagers/nsubj/call call/acl:relcl/what “ "
                     "black/amod/gold gold/xcomp/call/NOUN ” .", False, id="what certain people call it"),
        pytest.param("“ Sold/amod/signs out/advmod/Sold ” signs/nsubj/hung hung/root .", True, id="on a sign"),
        pytest.param("The “ grey/amod/market market/nsubj/grew ” grew/root .", True, id="where nobody speaks"),
        pytest.param("The “ grey/amod/market market/nsubj/grew ” grew/root .\n\nAnn_Lee/nsubj/said/PERSON said/root "
                     "so/advmod/said .", False, id="where somebody speaks soon after"),
        pytest.param("The board/nsubj/believes believes/root it/nsubj/wrong is/cop/wrong “ "
                     "wrong/ccomp/believes/ADJ ” .", False, id="in a clause of its own"),
        pytest.param("Ann_Lee/nsubj/felt/PERSON felt/root a “ grey/amod/mood mood/obj/felt ” .", False,
                     id="where somebody acts"),
        pytest.param("The “ Grey/amod/Market Market/nsubj/grew ” grew/root .", False, id="with a capital"),
    ],
)  # fmt: skip
def test_words_of_nobody(notation: str, *, term: bool):
    assert is_term(contexts_of(notation)[0]) is term
