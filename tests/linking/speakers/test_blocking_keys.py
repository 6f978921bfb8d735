"""Keys under which kin names find each other."""

from itertools import permutations

import pytest

from service.domain.quotations import SpeakerKind
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_relations import name_relation
from tests.linking.reports import speaker

PERSON, ORGANIZATION = SpeakerKind.PERSON, SpeakerKind.ORGANIZATION


def find(one, other):
    return bool(blocking_keys(one).sought & blocking_keys(other).kept)


@pytest.mark.parametrize(
    ("name", "other", "kind"),
    [
        ("Kim Jong Un", "Kim Jong-un", PERSON),
        ("Kim Jong Un", "Kim Jongun", PERSON),
        ("Kim Jong Un", "Kim", PERSON),
        ("Ana María Pérez", "Ana Pérez", PERSON),
        ("Ana María Pérez", "María Pérez", PERSON),
        ("Ana María Pérez", "Ana María", PERSON),
        ("John Smith", "J. Smith", PERSON),
        ("Shirin Paula Vale", "S.P. Vale", PERSON),
        ("William Smith", "Bill Smith", PERSON),
        ("Mohamed Salah", "Muhammad Salah", PERSON),
        ("Food Fund of Lima", "Food Fund", ORGANIZATION),
        ("United Nations", "UN", ORGANIZATION),
        ("Food Fund (FF)", "FF", ORGANIZATION),
    ],
)
def test_kin_find_each_other(name, other, kind):
    one, two = (speaker(each, kind=kind) for each in (name, other))
    assert name_relation(one, two)
    assert find(one, two)
    assert find(two, one)


def test_two_full_names_with_one_surname_do_not_meet():
    assert not find(speaker("Ana Smith"), speaker("John Smith"))


def test_either_finds_the_other_or_neither_does():
    names = ["Pérez", "Ana Pérez", "A. Pérez", "Ana", "Ana María Pérez", "P", "Lima Food Fund", "Food", "FF", ""]
    told = [speaker(name, kind=kind) for name in names for kind in (PERSON, ORGANIZATION)]
    assert all(find(one, other) == find(other, one) for one, other in permutations(told, 2))


def test_descriptions_have_no_keys():
    assert not blocking_keys(speaker("police officer")).kept
