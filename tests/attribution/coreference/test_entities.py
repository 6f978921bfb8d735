"""Everybody who has a name, with all mentions by name."""

import pytest

from service.attribution.coreference.entities import Entity, kind_of_description, name_entities
from service.domain.quotations import SpeakerKind
from tests.attribution.readings import annotated_of, mention_of, resolver_of


def line(name: str, entity: str = "PERSON", title: str = "") -> str:
    """A sentence in which somebody of this name left."""
    first = name.split("_")[0]
    before = f"{title}/compound/{first}/PROPN " if title else ""
    return f"{before}{name}/nsubj/left/{entity} left/root ."


def entities(*lines: str) -> list[Entity]:
    return name_entities(annotated_of("\n".join(lines)))


@pytest.mark.parametrize(
    ("names", "fullest"),
    [
        (("Ann_Lee", "Lee"), "Ann Lee"),
        (("Lee", "Ann_Lee"), "Ann Lee"),
        (("Kim_Jong_Un", "Kim_Jong-un", "Kim"), "Kim Jong Un"),
        (("Vladimir_Putin", "Vladimir_V._Putin", "Putin"), "Vladimir V. Putin"),
        (("Koh_Yu-hwan", "Koh"), "Koh Yu-hwan"),
    ],
)
def test_forms_of_one_name_are_one_person(names: tuple[str, ...], fullest: str):
    (entity,) = entities(*map(line, names))
    assert (entity.name, entity.kind) == (fullest, SpeakerKind.PERSON)
    assert len(entity.mentions) == len(names)


def test_a_surname_is_of_who_bears_it_as_a_word():
    found = entities(line("Ann_Reed"), line("Team-Reed"), line("Reed"), line("Bo_Nash-Hahn"), line("Hahn"))
    assert {entity.name: len(entity.mentions) for entity in found} == {"Ann Reed": 2, "Team-Reed": 1, "Bo Nash-Hahn": 2}


def test_a_title_tells_who_of_a_surname_is_meant():
    found = entities(line("Ann_Marsh", title="Ms."), line("Bob_Marsh"), line("Ann_Marsh"), line("Marsh", title="Mr."))
    assert {entity.name: len(entity.mentions) for entity in found} == {"Ann Marsh": 2, "Bob Marsh": 2}


@pytest.mark.parametrize(
    "names",
    [("Ann_Lee", "Bo_Lee"), ("Tongfi_Kim", "Kim_Jong_Un"), ("Ann_Lee", "Ann_Ray"), ("Paul_Poast", "Bruce_Klingner")],
)
def test_two_full_names_are_two_people(names: tuple[str, ...]):
    assert {entity.name for entity in entities(*map(line, names))} == {name.replace("_", " ") for name in names}


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Mr", {"Ann Lee": 1, "Peter Lee": 2}),
        ("Ms", {"Ann Lee": 2, "Peter Lee": 1}),
        ("Dr", {"Ann Lee": 2, "Peter Lee": 1}),
    ],
)
def test_a_title_tells_two_of_one_surname_apart(title: str, counts: dict[str, int]):
    found = entities(line("Peter_Lee"), line("Ann_Lee"), line("Lee", title=title))
    assert {entity.name: len(entity.mentions) for entity in found} == counts


def test_father_and_son_of_one_name_are_two():
    found = entities(
        *(
            f"Bo/nsubj/left/PERSON Lee/flat/Bo/PERSON {suffix}/flat/Bo/PERSON left/root ."
            for suffix in ("Sr.", "Jr.", "Sr.")
        )
    )
    assert {entity.name: len(entity.mentions) for entity in found} == {"Bo Lee Sr.": 2, "Bo Lee Jr.": 1}


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        (("Ann_Lee", "Lee", "Bo_Lee", "Lee", "Lee"), {"Ann Lee": 2, "Bo Lee": 3}),
        (("Ann_Lee", "Bo_Lee", "Ann_Lee", "Lee"), {"Ann Lee": 3, "Bo Lee": 1}),
        (("Lee", "Ann_Lee", "Bo_Lee"), {"Ann Lee": 2, "Bo Lee": 1}),
        (("Kim_Jong_Un", "Tongfi_Kim", "Kim", "Kim_Jong_Un", "Kim"), {"Kim Jong Un": 3, "Tongfi Kim": 2}),
    ],
)
def test_a_shared_surname_is_of_the_one_last_named_in_full(names: tuple[str, ...], counts: dict[str, int]):
    assert {entity.name: len(entity.mentions) for entity in entities(*map(line, names))} == counts


@pytest.mark.parametrize(
    ("names", "fullest"),
    [
        (("Port_Office", "the Port_Office"), "Port Office"),
        (("Korean_Central_News_Agency", "KCNA"), "Korean Central News Agency"),
        (("KCNA", "Korean_Central_News_Agency"), "Korean Central News Agency"),
    ],
)
def test_forms_of_one_body(names: tuple[str, ...], fullest: str):
    (entity,) = entities(*(line(name.removeprefix("the "), "ORG") for name in names))
    assert (entity.name, entity.kind) == (fullest, SpeakerKind.ORGANIZATION)


def test_two_bodies_stay_two():
    assert len(entities(line("Port_Office", "ORG"), line("Port_Board", "ORG"))) == 2


def test_a_surname_that_was_taken_for_a_place_is_the_persons():
    (entity,) = entities(line("Ann_Delta"), line("Delta", "LOC"))
    assert (entity.name, len(entity.mentions)) == ("Ann Delta", 2)


@pytest.mark.parametrize(
    ("sentence", "counts"),
    [
        (line("Sherpa", "NORP"), {"Ann Sherpa": 2}),
        ("The Sherpa/nsubj/left/NORP left/root .", {"Ann Sherpa": 1, "Sherpa": 1}),
    ],
)
def test_a_surname_that_was_taken_for_a_people_is_the_persons(sentence: str, counts: dict[str, int]):
    found = entities(line("Ann_Sherpa"), sentence)
    assert {entity.name: len(entity.mentions) for entity in found} == counts


def test_a_surname_with_a_particle_that_was_taken_for_a_place_is_the_persons():
    (entity,) = entities(line("Ann_la_Delta"), line("La_Delta", "LOC"))
    assert (entity.name, len(entity.mentions)) == ("Ann la Delta", 2)


def test_a_people_is_a_group():
    (entity,) = entities(line("Koreans", "NORP"))
    assert entity.kind is SpeakerKind.GROUP


def test_a_treaty_with_a_name_is_a_document():
    (entity,) = entities(line("Harbour_Treaty", "ORG"))
    assert entity.kind is SpeakerKind.DOCUMENT


@pytest.mark.parametrize(
    ("sentence", "gender"),
    [
        (line("Lee", title="Mr"), "m"),
        (line("Lee", title="Ms"), "f"),
        (line("Lee", title="Spokeswoman"), "f"),
        (line("Mary_Lee"), "f"),
        (line("John_Lee", title="Mrs"), "f"),
        (line("Zyx_Lee"), None),
        (line("Lee"), None),
    ],
)
def test_gender_is_told_by_titles_then_by_the_given_name(sentence: str, gender: str | None):
    (entity,) = entities(sentence)
    assert entity.gender == gender


@pytest.mark.parametrize(
    ("description", "kind"),
    [
        ("official", SpeakerKind.UNNAMED),
        ("spokesman", SpeakerKind.UNNAMED),
        ("officials", SpeakerKind.GROUP),
        ("residents", SpeakerKind.GROUP),
        ("police", SpeakerKind.GROUP),
        ("treaty", SpeakerKind.DOCUMENT),
        ("ministry", SpeakerKind.ORGANIZATION),
        ("stranger", SpeakerKind.UNNAMED),
        ("strangers", SpeakerKind.GROUP),
    ],
)
def test_what_a_described_speaker_is(description: str, kind: SpeakerKind):
    annotated = annotated_of(f"The {description}/nsubj/left left/root .")
    assert kind_of_description(annotated, mention_of(annotated, description)) is kind


def test_an_entry_without_a_name_goes_by_its_first_description():
    annotated = annotated_of("A senior/amod/official official/nsubj/left left/root .")
    entity = Entity(SpeakerKind.UNNAMED, [mention_of(annotated, "senior official")])
    assert (entity.name, entity.is_named, Entity(SpeakerKind.UNNAMED).name) == ("senior official", False, "")


def test_a_family_is_a_group():
    found = entities(line("Ann_Benton"), line("Bentons", "ORG"), line("Acme", "ORG"))
    assert [entity.kind for entity in found] == [SpeakerKind.PERSON, SpeakerKind.GROUP, SpeakerKind.ORGANIZATION]


def test_mrs_lee_is_not_who_is_mr_lee():
    notation = (
        "Bo_Lee/nsubj/left/PERSON left/root . \n Mr/compound/Lee/PROPN Lee/nsubj/said/PERSON said/root . "
        "\n Mrs/compound/Lee/PROPN Lee/nsubj/agreed/PERSON agreed/root ."
    )
    annotated, resolver = resolver_of(notation)
    found = [resolver.entity(mention) for mention in annotated.mentions if mention.entity == "PERSON"]
    assert [each is found[0] for each in found] == [True, True, False]


def test_mrs_lee_is_not_who_bears_a_mans_name():
    notation = "Mark_Lee/nsubj/left/PERSON left/root . \n Mrs/compound/Lee/PROPN Lee/nsubj/agreed/PERSON agreed/root ."
    annotated, resolver = resolver_of(notation)
    mark, mrs_lee = (resolver.entity(mention) for mention in annotated.mentions if mention.entity == "PERSON")
    assert mrs_lee is not mark
