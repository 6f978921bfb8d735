"""Nouns that a verb or a denial parts from the speaker."""

import pytest

from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.other_arguments import is_another_argument
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

LEE = "Ann_Lee/nsubj/{}/PERSON"


def is_another(notation: str, noun: str) -> bool:
    """Whether the noun is parted from Ann Lee."""
    annotated = annotated_of(notation)
    word = word_of(annotated.parse, noun)
    (context,) = (
        each for each in position_contexts(annotated, [mention_of(annotated, "Ann Lee")]) if each.word == word
    )
    return is_another_argument(context)


@pytest.mark.parametrize(
    ("notation", "noun"),
    [
        pytest.param(f"{LEE.format('accused')} accused/root the mayor/obj/accused .", "mayor", id="an object"),
        pytest.param(
            f"{LEE.format('spoke')} spoke/root , accusing/advcl/spoke the mayor/obj/accusing .",
            "mayor",
            id="an object of a verb without a subject",
        ),
        pytest.param(
            f"{LEE.format('left')} , who/nsubj/asked asked/acl:relcl/Ann the mayor/iobj/asked , left/root .",
            "mayor",
            id="an object in a relative clause",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/hurt/PERSON was/aux:pass/hurt hurt/root by/case/guard a guard/obl/hurt .",
            "guard",
            id="who did it",
        ),
        pytest.param(
            f"{LEE.format('fell')} , hurt/acl/Ann by/case/guard a guard/obl:agent/hurt/NOUN , fell/root .",
            "guard",
            id="who did it, in a participle",
        ),
        pytest.param(
            f"{LEE.format('stopped')} stopped/root Reed/obj/stopped/PERSON as/case/mayor mayor/obl/stopped .",
            "mayor",
            id="said of the object",
        ),
        pytest.param(
            f"{LEE.format('served')} not/advmod/served served/root//VERB as/case/mayor the mayor/obl/served .",
            "mayor",
            id="a verb denied",
        ),
        pytest.param(f"{LEE.format('nurse')} is/cop/nurse not a nurse/root//NOUN .", "nurse", id="denied"),
        pytest.param(
            f"{LEE.format('said')} said/root that/mark/fear they/nsubj/fear fear/ccomp/said the mayor/obj/fear .",
            "mayor",
            id="reported",
        ),
        pytest.param(
            f"{LEE.format('mayor')} may/aux/mayor be/cop/mayor the next/amod/mayor mayor/root//NOUN .",
            "mayor",
            id="possible",
        ),
        pytest.param(
            "If/mark/become Ann_Lee/nsubj/become/PERSON become/advcl/rise mayor/xcomp/become/NOUN , taxes/nsubj/rise "
            "rise/root .",
            "mayor",
            id="a condition",
        ),
        pytest.param(
            "They/nsubj/ask ask/root whether/mark/poet Ann_Lee/nsubj/poet/PERSON is/cop/poet a poet/ccomp/ask/NOUN .",
            "poet",
            id="a question",
        ),
        pytest.param(
            f"{LEE.format('poet')} could/aux/poet be/cop/poet a poet/root//NOUN or a mayor/conj/poet .",
            "mayor",
            id="possible, joined",
        ),
        pytest.param(
            f"{LEE.format('become')} may/aux/become become/root mayor/xcomp/become/NOUN .", "mayor", id="may become"
        ),
        pytest.param(
            f"{LEE.format('become')} will/aux/become become/root mayor/xcomp/become/NOUN .", "mayor", id="will become"
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/swear/PERSON will/aux/swear be/aux:pass/swear swear/root//VERB in/compound:prt/swear "
            "as/case/mayor mayor/obl/swear/NOUN .",
            "mayor",
            id="will take it up",
        ),
        pytest.param(
            f"{LEE.format('due')} is/cop/due due/root//ADJ to/fixed/due become/advcl/due mayor/xcomp/become/NOUN .",
            "mayor",
            id="due to become",
        ),
        pytest.param(
            f"{LEE.format('hope')} hope/root to/mark/become become/xcomp/hope mayor/xcomp/become/NOUN .",
            "mayor",
            id="hoped for",
        ),
        pytest.param(
            f"{LEE.format('qualified')} is/cop/qualified qualified/root//ADJ to/mark/mayor be/cop/mayor "
            "mayor/xcomp/qualified/NOUN .",
            "mayor",
            id="fit for it",
        ),
        pytest.param(
            "It/nsubj/early is/cop/early early/root//ADJ for/mark/mayor Ann_Lee/nsubj/mayor/PERSON to/mark/mayor "
            "be/cop/mayor mayor/xcomp/early/NOUN .",
            "mayor",
            id="of another infinitive",
        ),
        pytest.param(
            "Prospects/root//NOUN of/mark/mayor Ann_Lee/nsubj/mayor/PERSON being/cop/mayor mayor/acl/Prospects/NOUN .",
            "mayor",
            id="a prospect",
        ),
    ],
)
def test_another(notation: str, noun: str):
    assert is_another(notation, noun)


@pytest.mark.parametrize(
    ("notation", "noun"),
    [
        pytest.param(f"{LEE.format('nurse')} is/cop/nurse a nurse/root//NOUN .", "nurse", id="stated"),
        pytest.param(
            "They/nsubj/fear fear/ccomp/said it/obj/fear , said/root Ann_Lee/nsubj/said/PERSON , once/advmod/mayor a "
            "mayor/obl/fear .",
            "mayor",
            id="behind the name, whatever the parse",
        ),
        pytest.param(
            f"{LEE.format('poet')} is/cop/poet not only/advmod/poet a poet/root//NOUN .", "poet", id="more than that"
        ),
        pytest.param(f"{LEE.format('become')} become/root mayor/obj/become .", "mayor", id="became"),
        pytest.param(
            f"{LEE.format('become')} would/aux/become become/root mayor/obj/become .", "mayor", id="was to become"
        ),
        pytest.param(
            f"{LEE.format('remain')} will/aux/remain remain/root mayor/xcomp/remain/NOUN .", "mayor", id="goes on"
        ),
        pytest.param(
            f"{LEE.format('serve')} will/aux/serve serve/root as/case/mayor mayor/obl/serve/NOUN .",
            "mayor",
            id="will serve",
        ),
        pytest.param(
            f"{LEE.format('step')} will/aux/step step/root down/advmod/step as/case/mayor mayor/obl/step/NOUN .",
            "mayor",
            id="will give it up",
        ),
        pytest.param(
            f"{LEE.format('rise')} rise/root to/mark/become become/xcomp/rise mayor/xcomp/become/NOUN .",
            "mayor",
            id="rose to it",
        ),
        pytest.param(
            "If/mark/mayor it/nsubj/mayor is/cop/mayor the mayor/advcl/asks/NOUN , Ann_Lee/appos/mayor/PERSON , who "
            "asks/root .",
            "mayor",
            id="a condition beside the name",
        ),
        pytest.param(f"{LEE.format('served')} served/root as/case/mayor mayor/obl/served .", "mayor", id="served as"),
        pytest.param(
            f"{LEE.format('succeed')} succeed/root Reed/obj/succeed/PERSON as/case/mayor mayor/obl/succeed .",
            "mayor",
            id="in the place of another",
        ),
        pytest.param(
            f"{LEE.format('began')} began/root her career/obj/began as/case/nurse a nurse/obl/began .",
            "nurse",
            id="of a career",
        ),
        pytest.param(
            "Ann_Lee/nsubj:pass/seen/PERSON was/aux:pass/seen seen/root as/case/leader a leader/obl/seen .",
            "leader",
            id="passive",
        ),
        pytest.param(
            "“ No/ccomp/laughed/INTJ , ” laughed/root/VERB mayor/iobj/laughed/NOUN Ann_Lee/nsubj/laughed/PERSON .",
            "mayor",
            id="right before the name",
        ),
        pytest.param(
            "Ann_Lee/nsubj/left/PERSON , managing/acl/Ann/VERB director/obj/managing of Acme/nmod/director/ORG , "
            "left/root .",
            "director",
            id="whatever a parse makes of it",
        ),
        pytest.param(f"{LEE.format('lives')} lives/root like/advmod/lives mayors/obl/lives .", "mayors", id="bare"),
        pytest.param("Mayor/nsubj/left left/root with/case/Ann Ann_Lee/obl/left/PERSON .", "Mayor", id="no object"),
        pytest.param(
            "Reed/nsubj/met/PERSON met/root the mayor/obj/met with/case/Ann Ann_Lee/obl/met/PERSON .",
            "mayor",
            id="of somebody else's verb",
        ),
    ],
)
def test_the_same(notation: str, noun: str):
    assert not is_another(notation, noun)
