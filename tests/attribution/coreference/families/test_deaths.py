"""Whether an article says that somebody is dead."""

import pytest

from service.attribution.coreference.families.deaths import has_died
from tests.attribution.readings import annotated_of, mention_of


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param("Bob_Lee/nsubj/die/PERSON die/root//VERB .", True, id="died"),
        pytest.param("Bob_Lee/nsubj:pass/kill/PERSON was/aux:pass/kill kill/root//VERB .", True, id="killed"),
        pytest.param("Bob_Lee/nsubj/kill/PERSON kill/root//VERB a bear/obj/kill .", False, id="kills"),
        pytest.param(
            "They/nsubj/saw saw/root//VERB Bob_Lee/obj/saw/PERSON , kill/acl/Bob/VERB in May/obl/kill .",
            True,
            id="killed, in a participle",
        ),
        pytest.param(
            "Bob_Lee/nsubj/left/PERSON , who/nsubj/die die/acl:relcl/Bob/VERB , left/root//VERB it/obj/left .",
            True,
            id="in a relative clause",
        ),
        pytest.param(
            "Bob_Lee/nsubj:pass/found/PERSON was/aux:pass/found found/root//VERB dead/xcomp/found/ADJ .",
            True,
            id="found dead",
        ),
        pytest.param("Bob_Lee/nmod:poss/funeral/PERSON ’s funeral/nsubj/is is/root .", True, id="a funeral"),
        pytest.param(
            "The death/nsubj/is of/case/Bob Bob_Lee/nmod/death/PERSON is/root .", True, id="the death of somebody"
        ),
        pytest.param("Bob_Lee/nmod:poss/house/PERSON ’s house/nsubj/is is/root .", False, id="a house"),
        pytest.param("The late/amod/Bob Bob_Lee/nsubj/sang/PERSON sang/root .", True, id="late"),
        pytest.param("Bob_Lee/nsubj/ran/PERSON ran/root .\nLee/nsubj/die/PERSON die/root//VERB .", True, id="surname"),
        pytest.param(
            "Bob_Lee/nsubj/ran/PERSON ran/root .\nTom_Ray/nsubj/die/PERSON die/root//VERB .", False, id="another"
        ),
        pytest.param("Bob_Lee/root//PERSON .", False, id="nothing is said"),
        pytest.param("Bob_Lee/nsubj/dead/PERSON is/cop/dead dead/root//ADJ .", True, id="is dead"),
        pytest.param(
            "The late/amod/Bob Mr/compound/Bob/PROPN Bob_Lee/nsubj/sang/PERSON sang/root .",
            True,
            id="late, and a title",
        ),
        pytest.param("Mr/compound/Bob/PROPN Bob_Lee/nsubj/sang/PERSON sang/root .", False, id="a title"),
        pytest.param("Bob_Lee/nsubj/die/PERSON did/aux/die not/advmod/die die/root//VERB .", False, id="did not die"),
        pytest.param(
            "Bob_Lee/nsubj/left/PERSON , whose/nmod:poss/wife/PRON wife/nsubj/die die/acl:relcl/Bob/VERB , "
            "left/root//VERB .",
            False,
            id="somebody of the family",
        ),
        pytest.param(
            "Bob_Lee/nsubj/found/PERSON found/root//VERB a guard/obj/found dead/xcomp/found/ADJ .",
            False,
            id="found somebody dead",
        ),
        pytest.param(
            "A murder/nsubj/shook by/case/Bob Bob_Lee/nmod/murder/PERSON shook/root us/obj/shook .",
            False,
            id="a murder by somebody",
        ),
        pytest.param(
            "They/nsubj/saw saw/root//VERB Bob_Lee/obj/saw/PERSON burying/acl/Bob/VERB a dog/obj/burying .",
            False,
            id="buries",
        ),
    ],
)
def test_has_died(notation: str, expected: bool):
    annotated = annotated_of(notation)
    assert has_died(annotated, mention_of(annotated, "Bob Lee")) is expected
