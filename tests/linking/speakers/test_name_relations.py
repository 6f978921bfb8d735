"""Whether two speakers go by one name."""

from dataclasses import replace

import pytest

from service.domain.quotations import SpeakerKind
from service.linking.speakers.name_relations import NameRelation, have_one_gender, name_relation
from tests.linking.reports import speaker

PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    ("name", "other", "kind", "relation"),
    [
        ("Ana Pérez", "Ana Perez", PERSON, NameRelation.SAME),
        ("Kim Jong Un", "Kim Jong-un", PERSON, NameRelation.SAME),
        ("Pérez", "Ana Pérez", PERSON, NameRelation.SHORTER),
        ("Ana Pérez", "Pérez", PERSON, NameRelation.FULLER),
        ("Ana Pérez", "Omar Said", PERSON, None),
        ("Food Fund", "The Food Fund", ORGANIZATION, NameRelation.SAME),
        ("FAO", "Food and Agriculture Organization", ORGANIZATION, NameRelation.SHORTER),
        ("Food Fund", "Seed Alliance", ORGANIZATION, None),
    ],
)
def test_how_one_name_relates_to_another(name: str, other: str, kind: SpeakerKind, relation: NameRelation | None):
    assert name_relation(speaker(name, kind=kind), speaker(other, kind=kind)) is relation


def test_two_people_who_speak_together_are_no_longer_form_of_either():
    assert name_relation(speaker("Pérez"), speaker("Ana Pérez and Omar Said")) is None


def test_a_person_and_an_organization_do_not_go_by_one_name():
    assert name_relation(speaker("Ford"), speaker("Ford", kind=ORGANIZATION)) is None


def test_descriptions_name_nobody():
    assert name_relation(speaker("police officer"), speaker("police officer")) is None


@pytest.mark.parametrize(
    ("gender", "other", "are_one"), [("f", "f", True), ("f", None, True), (None, None, True), ("f", "m", False)]
)
def test_only_two_genders_that_are_told_speak_against_one(gender: str | None, other: str | None, are_one: bool):
    assert have_one_gender(replace(speaker("Ana"), gender=gender), replace(speaker("Ana"), gender=other)) is are_one
