"""People whose name another person in the article has, too."""

import pytest

from service.attribution.coreference.families.namesakes import find_namesakes
from tests.attribution.readings import resolver_of


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(["Ann_Lee", "Bo_Lee"], {"Ann Lee", "Bo Lee"}, id="one surname"),
        pytest.param(["Kim_Jong_Un", "Kim", "Kim_Yo_Jong"], {"Kim Jong Un"}, id="the surname first"),
        pytest.param(["Ann_Lee", "Ann_Ray"], set(), id="one given name"),
        pytest.param(["Ann_Lee", "Lee", "Bo_Ray"], set(), id="two forms of one name"),
        pytest.param(["Ann", "Ann_Lee", "Bo_Ray"], set(), id="a given name alone"),
    ],
)
def test_namesakes(names: list[str], expected: set[str]):
    _, resolver = resolver_of("\n".join(f"{name}/nsubj/left/PERSON left/root ." for name in names))
    assert {entity.name for entity in find_namesakes(resolver.entities)} == expected


def test_an_organization_is_nobodys_namesake():
    _, resolver = resolver_of("Lee_Bank/nsubj/met/ORG met/root Ann_Bank/obj/met/PERSON .")
    assert not find_namesakes(resolver.entities)
