"""Of several people of one name, the one named last."""

import pytest

from service.attribution.coreference.name_places import NamePlaces, may_be_surname, surname_starts
from service.domain.articles import Span
from service.domain.quotations import Mention, MentionKind
from tests.attribution.readings import annotated_of


def mention(start: int, name: str) -> Mention:
    return Mention(Span(start, start + len(name), name), MentionKind.NAME, name, "PERSON", 0, 0)


def test_the_one_named_last_in_full_is_meant_else_the_first_named_after():
    places: NamePlaces[str] = NamePlaces()
    for start, entity, name in (
        (10, "ann", "Ann Lee"),
        (50, "bo", "Bo Lee"),
        (70, "ann", "Lee"),
        (90, "ann", "Ann Lee"),
    ):
        places.add(entity, mention(start, name))
    meant = [places.nearest(("ann", "bo"), mention(start, "Lee")) for start in (0, 20, 80, 100)]
    assert meant == ["ann", "ann", "bo", "ann"]
    assert places.nearest((), mention(0, "Lee")) is None
    assert places.nearest(("nobody",), mention(0, "Lee")) == "nobody"


def test_who_is_never_named_in_full_stands_where_the_surname_does():
    places: NamePlaces[str] = NamePlaces()
    places.add("ann", mention(30, "Lee"))
    places.add("bo", mention(10, "Li"))
    assert places.nearest(("ann", "bo"), mention(40, "Lee")) == "ann"


@pytest.mark.parametrize(
    ("notation", "may_be"),
    [
        ("Sherpa/nsubj/left/NORP left/root .", True),
        ("The Sherpa/nsubj/left/NORP left/root .", False),
        ("It/nsubj/hit hit/root Sherpa/obj/hit/NORP .", False),
        ("It/nsubj/hit hit/root Hall/obj/hit/LOC .", True),
        ("Delta_Hall/nsubj/left/ORG left/root .", False),
        ("La_Hall/nsubj/left/LOC left/root .", True),
        ("HALL/nsubj/left/ORG left/root .", False),
    ],
)
def test_what_may_be_a_surname(notation: str, may_be: bool):
    annotated = annotated_of(notation)
    name = next(each for each in annotated.mentions if each.kind is MentionKind.NAME)
    assert may_be_surname(annotated.parse, name) == may_be


def test_a_surname_may_begin_at_a_particle():
    assert list(surname_starts(("ann", "de", "la", "hall"))) == [3, 2, 1]
    assert list(surname_starts(("ann", "hall"))) == [1]
    assert list(surname_starts(("ann",))) == []
