"""Everyone in an article, named or not, each with all mentions."""

import pytest

from service.domain.quotations import SpeakerKind
from tests.attribution.readings import mention_of, resolver_of, who


def test_somebody_else_of_the_same_surname_stays_apart():
    notation = (
        "Mary_Lee/nsubj/left/PERSON left/root .\nBo_Lee/nsubj/came/PERSON came/root .\nLee/nsubj/won/PERSON won/root ."
    )
    assert who(notation, "Lee") == "Bo Lee"


def test_a_surname_with_a_letter_wrong_is_hers_all_the_same():
    assert who("Mary_Linderston/nsubj/left/PERSON left/root .\nLinderson/nsubj/won/PERSON won/root .", "Linderson") == (
        "Mary Linderston"
    )


def test_a_name_right_behind_a_description_is_its_bearer():
    notation = (
        "The secretary/nsubj/left in/case/Delta Delta/nmod/secretary/LOC , Ann_Lee/appos/secretary/PERSON , "
        "left/root .\n"
    )
    assert who(notation, "The secretary in Delta") == "Ann Lee"


def test_the_body_in_a_title_is_not_its_bearer():
    notation = (
        "Director/compound/Mary/PROPN of/case/police police/nmod/Director Mary_Lee/nsubj/left/PERSON left/root .\n"
        "Police/nsubj/won won/root ."
    )
    assert who(notation, "Police") == "police"


def test_what_is_said_of_every_mention_is_gathered():
    annotated, resolver = resolver_of("""
        Mary_Lee/nsubj/left/PERSON , the mayor/appos/Mary of Delta/nmod/mayor/LOC , left/root .
        She/nsubj/chair is/cop/chair the chair/root//NOUN of the Port_Board/nmod/chair/ORG .
    """)
    entity = resolver.entity(mention_of(annotated, "She"))
    assert entity is not None
    assert {(position.role, position.organization) for position in entity.affiliations} == {
        ("mayor", "Delta"),
        ("chair", "Port Board"),
    }


@pytest.mark.parametrize(
    ("noun", "kind"),
    [("official", SpeakerKind.UNNAMED), ("residents", SpeakerKind.GROUP), ("treaty", SpeakerKind.DOCUMENT)],
)
def test_who_was_never_named_is_in_the_roster_too(noun: str, kind: SpeakerKind):
    _, resolver = resolver_of(f"The {noun}/nsubj/spoke spoke/root .")
    assert [(entity.name, entity.kind) for entity in resolver.entities] == [(noun, kind)]


def test_others_in_a_list_are_not_the_one_named():
    notation = (
        "Mary_Lee/nsubj/came/PERSON , village/compound/chiefs chiefs/appos/Mary "
        "and/cc/guards guards/conj/chiefs came/root ."
    )
    assert who(notation, "village chiefs") == "village chiefs"


@pytest.mark.parametrize("head", ["Ann", "councillors"])
def test_the_first_of_those_named_bears_what_describes_several(head: str):
    notation = (
        "The councillors/nsubj/said Ann_Lee/appos/councillors/PERSON "
        f"and Bob_Ray/conj/{head}/PERSON said/root so/advmod/said ."
    )
    assert who(notation, "councillors") == "Ann Lee"


@pytest.mark.parametrize(
    ("second", "is_new"),
    [
        pytest.param("Another/det/fan/DET fan/nsubj/left", True, id="another fan"),
        pytest.param("Another/nsubj/left/DET", True, id="another"),
        pytest.param("Another/det/letter/DET letter/nsubj/left", False, id="another letter"),
        pytest.param("The fan/nsubj/left", False, id="the fan"),
    ],
)
def test_another_is_somebody_new_each_time(second: str, is_new: bool):
    noun = next((noun for noun in ("fan", "letter") if noun in second), None)
    first = "Another/nsubj/left/DET" if noun is None else f"Another/det/{noun}/DET {noun}/nsubj/left"
    _, resolver = resolver_of(f"{first} left/root . \n {second} left/root .")
    assert len(resolver.entities) == 1 + is_new
