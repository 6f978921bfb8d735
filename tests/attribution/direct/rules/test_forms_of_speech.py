"""What makes speech of quoted words: a clause behind them, a label before or behind them."""

import pytest

from service.attribution.direct.rules.forms_of_speech import (
    is_answer,
    is_judgement,
    labelled,
    who_has_words,
    who_leads_in,
    who_moved,
)
from service.attribution.reporting.governance import find_governance
from tests.attribution.readings import contexts_of

SPOKEN = "“ We/nsubj/won won/parataxis/{} . ”"
FRAGMENT = "‘ go/xcomp/must home/advmod/go ’"


def label_of(notation: str) -> str | None:
    """The name in the label of the first quoted words."""
    found = labelled(contexts_of(notation)[0])
    return None if found is None else found.mention.name


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param("Ann_Lee/root//PERSON : “ We/nsubj/won won/parataxis/Ann . ”", "Ann Lee", id="a turn"),
        pytest.param("ANN/root//PROPN : “ We/nsubj/won won/parataxis/ANN . ”", "ANN", id="in capitals"),
        pytest.param("The mayor/root//NOUN : “ We/nsubj/won won/parataxis/mayor . ”", "mayor", id="a description"),
        pytest.param(
            "Ann_Lee/root//PERSON , mayor/appos/Ann : “ We/nsubj/won won/parataxis/Ann . ”", "Ann Lee", id="a post"
        ),
        pytest.param(
            "Ann_Lee/root//PERSON : fans/nsubj/must must/parataxis/Ann ‘ wait/xcomp/must ’", "Ann Lee", id="a heading"
        ),
        pytest.param(
            "Bridge/root//NOUN ‘ safe/amod/Bridge now/advmod/safe ’ : Lee/appos/Bridge/PERSON",
            "Lee",
            id="behind the words",
        ),
        pytest.param(
            "“ We/nsubj/won won/root . ” —/punct/Ann Ann_Lee/parataxis/won/PERSON , a/det/nurse nurse/appos/Ann",
            "Ann Lee",
            id="signed behind a dash",
        ),
        pytest.param(
            "‘ safe/root//ADJ now/advmod/safe ’ : mayor/appos/safe at work/nmod/mayor",
            "mayor at work",
            id="a description behind",
        ),
    ],
)
def test_labels(notation: str, name: str):
    assert label_of(notation) == name


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Ann_Lee/nsubj/was/PERSON was/root blunt/xcomp/was//ADJ : “ We/nsubj/won won/parataxis/was . ”",
            id="a clause",
        ),
        pytest.param(
            "Ann_Lee/root//PERSON : fans/nsubj/must must/parataxis/Ann ‘ wait/xcomp/must ’ .", id="a sentence"
        ),
        pytest.param("Bridge/root//NOUN ‘ safe/amod/Bridge ’ , Lee/appos/Bridge/PERSON", id="no colon"),
    ],
)
def test_what_is_no_label(notation: str):
    assert label_of(notation) is None


@pytest.mark.parametrize(
    ("notation", "answers"),
    [
        ("“ Success/ccomp/said , ” said/root the mayor/nsubj/said .", True),
        ("Reading/csubj/changed/VERB “ Bridges/obj/Reading , ” Ann_Lee/nsubj/said/PERSON said/parataxis/changed , "
         "changed/root it/obj/changed .", False),
        ("“ Success/ccomp/said ” said/root the mayor/nsubj/said .", False),
        ("“ Success/root . ”", False),
    ],
)  # fmt: skip
def test_answers(notation: str, *, answers: bool):
    context = contexts_of(notation)[0]
    annotated = context.annotated
    governance = find_governance(annotated, context.clauses, range(context.first, context.last + 1))
    assert is_answer(context, governance) is answers


MOVES = (
    "“ We/nsubj/won won/parataxis/laughed . ” Ann_Lee/nsubj/laughed/PERSON laughed/root .\n"
    "Bo_Ray/nsubj/{0}/PERSON {0}/root/VERB .\n“ They/nsubj/lost lost/root . ”"
)


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param(
            "Ann_Lee/nsubj/unmoved/PERSON was/cop/unmoved unmoved/root//ADJ : “ Run/parataxis/unmoved/VERB . ”",
            "Ann Lee",
            id="how somebody was",
        ),
        pytest.param(
            "Ann_Lee/nsubj/shook/PERSON shook/root//VERB her/nmod:poss/head head/obj/shook : “ No/ccomp/shook/INTJ . ”",
            "Ann Lee",
            id="a gesture",
        ),
        pytest.param(
            "The judge/nsubj/sad/NOUN , Ann_Lee/appos/judge/PERSON , was/cop/sad sad/root//ADJ : "
            "“ No/parataxis/sad/INTJ . ”",
            "Ann Lee",
            id="behind a description",
        ),
        pytest.param(
            "Ann_Lee/nsubj/raised/PERSON raised/root//VERB a sign/obj/raised : “ Run/parataxis/raised/VERB . ”",
            None,
            id="what a sign says",
        ),
        pytest.param(
            "It/nsubj/fell fell/root//VERB on/case/Ann Ann_Lee/obl/fell/PERSON : “ Run/parataxis/fell/VERB . ”",
            None,
            id="who does nothing",
        ),
        pytest.param(
            "Ann_Lee/nsubj/unmoved/PERSON was/cop/unmoved unmoved/root//ADJ : “ run/parataxis/unmoved/VERB ” .",
            None,
            id="a fragment",
        ),
        pytest.param(
            "Ann_Lee/nsubj/ran/PERSON ran/root//VERB .\nA word/root//NOUN : “ Run/parataxis/word/VERB . ”",
            None,
            id="in another sentence",
        ),
    ],
)
def test_who_leads_in_speaks(notation: str, name: str | None):
    found = who_leads_in(contexts_of(notation)[0])
    assert (None if found is None else found.mention.name) == name


@pytest.mark.parametrize(("verb", "name"), [("nodded", "Bo Ray"), ("left", None)])
def test_who_moves_speaks_next(verb: str, name: str | None):
    found = who_moved(contexts_of(MOVES.format(verb))[-1])
    assert (None if found is None else found.mention.name) == name


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param(
            "Ann_Lee/nsubj/has/PERSON has/root a message/obj/has : “ Run/parataxis/has/VERB . ”",
            "Ann Lee",
            id="who has a message",
        ),
        pytest.param(
            "Lee/nmod:poss/answer/PERSON ’s answer/nsubj/blunt was/cop/blunt blunt/root//ADJ : "
            "“ No/parataxis/blunt/INTJ . ”",
            "Lee",
            id="whose answer it is",
        ),
        pytest.param(
            "From Lee/nmod:poss/post/PERSON ’s post/root//NOUN : “ Run/appos/post/VERB . ”",
            "Lee",
            id="whose post heads the line",
        ),
        pytest.param(
            "“ Wonderful/root//ADJ . ”\n\nThat/nsubj/verdict was/cop/verdict the verdict/root//NOUN of "
            "Ann_Lee/nmod/verdict/PERSON .",
            "Ann Lee",
            id="whose verdict it was",
        ),
        pytest.param(
            "“ Wonderful/root//ADJ . ”\nThat/nsubj/house was/cop/house the house/root//NOUN of "
            "Ann_Lee/nmod/house/PERSON .",
            None,
            id="whose house it was",
        ),
        pytest.param("The answer/nsubj/came came/root : “ No/parataxis/came/INTJ . ”", None, id="an answer of nobody"),
        pytest.param(
            "Ann_Lee/nsubj/has/PERSON has/root a song/obj/has : “ Run/parataxis/has/VERB . ”", None, id="a work"
        ),
        pytest.param(
            "Ann_Lee/nsubj/has/PERSON has/root a word/obj/has “ run/parataxis/has/VERB . ”", None, id="no colon"
        ),
    ],
)
def test_whose_words_a_colon_leads_to(notation: str, name: str | None):
    found = who_has_words(contexts_of(notation)[0])
    assert (None if found is None else found.mention.name) == name


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("It/nsubj:pass/called was/aux:pass/called called/root “ a/det/ruin ruin/xcomp/called/NOUN ” by "
                     "the mayor/obl/called .", True, id="called so by somebody"),
        pytest.param("He/nsubj/left left/root over/case/what what/obl/left she/nsubj/calls calls/acl:relcl/what “ "
                     "lies/obj/calls ” .", True, id="what somebody calls it"),
        pytest.param("It/nsubj:pass/called was/aux:pass/called called/root “ Old/amod/Ruin Ruin/xcomp/called/NOUN ” by "
                     "the mayor/obl/called .", False, id="a name"),
        pytest.param("She/nsubj/called called/root it/obj/called “ a/det/ruin ruin/xcomp/called/NOUN ” .", False,
                     id="in an active clause"),
    ],
)  # fmt: skip
def test_judgements(notation: str, *, expected: bool):
    context = contexts_of(notation)[0]
    assert is_judgement(context, context.governance) is expected
