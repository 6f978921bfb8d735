"""What the object of a preposition is to a position."""

import pytest

from service.attribution.affiliations.object_parts import Part, PositionPhrase, part_of_position
from service.attribution.affiliations.prepositional_objects import read_object
from tests.attribution.parses import parsed, word_of


def phrase_of(notation: str, noun: str, preposition: str) -> PositionPhrase:
    parse = parsed(notation)
    word, stop = word_of(parse, noun), word_of(parse, "left")
    found = read_object(parse, word_of(parse, preposition) + 1, stop)
    return PositionPhrase(parse, word, range(word, word + 1), preposition, found, is_home=False, stop=stop)


@pytest.mark.parametrize(
    ("noun", "preposition", "object_", "expected"),
    [
        ("director", "of", "Acme/nmod/director/ORG", Part.ORGANIZATION),
        ("director", "of", "research/nmod/director", Part.ROLE),
        ("director", "to", "Acme/nmod/director/ORG", Part.ROLE),
        ("aide", "to", "Governor/nmod/aide/PROPN Ann_Lee/flat/Governor/PERSON", Part.ORGANIZATION),
        ("heir", "to", "Governor/nmod/heir/PROPN Ann_Lee/flat/Governor/PERSON", Part.ROLE),
        ("aide", "to", "Ann_Lee/nmod/aide/PERSON", Part.NEITHER),
        ("owner", "of", "a bakery/nmod/owner in Delta/nmod/bakery/LOC", Part.ORGANIZATION),
        ("head", "of", "Delta/nmod/head/LOC at Acme/nmod/head/ORG", Part.ROLE),
        ("abbot", "of", "Debra_Delta/nmod/abbot/PERSON", Part.ORGANIZATION),
        ("mother", "of", "Ann_Lee/nmod/mother/PERSON", Part.NEITHER),
        ("head", "of", "services/nmod/head in Delta/nmod/services/LOC", Part.ROLE),
        ("student", "from", "Kenya/nmod/student/LOC", Part.NEITHER),
        ("student", "in", "Kenya/nmod/student/LOC", Part.NEITHER),
        ("students", "in", "Kenya/nmod/students/LOC", Part.ORGANIZATION),
        ("resident", "in", "Kenya/nmod/resident/LOC", Part.ORGANIZATION),
        ("judge", "in", "Kenya/nmod/judge/LOC", Part.ORGANIZATION),
        ("student", "at", "the school/nmod/student", Part.ORGANIZATION),
        ("student", "at", "the time/nmod/student", Part.NEITHER),
        ("bishop", "of", "the diocese/nmod/bishop of Delta/nmod/diocese/LOC", Part.ORGANIZATION),
        ("Minister", "of", "Trade/nmod/Minister/PROPN", Part.ROLE),
        ("recipient", "of", "the Harbour/compound/Prize/PROPN Prize/nmod/recipient/PROPN", Part.ROLE),
        ("recipient", "of", "the Harbour_School/nmod/recipient/ORG", Part.ORGANIZATION),
        ("Head", "of", "Harbour/compound/Affairs/PROPN Affairs/nmod/Head/PROPN", Part.ROLE),
        ("head", "of", "Harbour/compound/Affairs/PROPN Affairs/nmod/head/PROPN", Part.ORGANIZATION),
        ("head", "of", "the ministry/nmod:poss/department ’s department/nmod/head of Trade/nmod/head/PROPN",
         Part.ORGANIZATION),
    ],
)  # fmt: skip
def test_part(noun: str, preposition: str, object_: str, expected: Part):
    phrase = phrase_of(f"The {noun}/nsubj/left {preposition} {object_} left/root .", noun, preposition)
    assert part_of_position(phrase, has_organization=False) is expected


def test_an_office_with_a_charge():
    assert phrase_of("The minister/nsubj/left of trade/nmod/minister left/root .", "minister", "of").is_charged
    assert not phrase_of("The director/nsubj/left of trade/nmod/director left/root .", "director", "of").is_charged
