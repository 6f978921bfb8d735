"""Narrower keys: fewer names share one, and no two of them that are related and share a wider one are missed."""

import random
from itertools import permutations, product

import pytest

from service.domain.quotations import SpeakerKind
from service.linking.speakers.blocking_keys import blocking_keys
from service.linking.speakers.name_relations import name_relation
from service.linking.speakers.narrow_keys import narrow_keys
from tests.linking.reports import speaker

# Words that may stand for each other in one way or another, or for nothing.
_WORDS = (
    *("J", "JF", "John", "Jon", "Jan", "Johnson", "Jackson", "Lee", "Lang", "L", "Leo", "Lewis", "JS", "(JF)", "Jr."),
    *("Fernandez", "Fernandes", "Fernandex", "F", "Bill", "William", "W", "Smith", "Smyth", "S", "Sue", "She", "III"),
    *("Kim", "Jong", "Un", "Jongun", "K", "KJU", "C", "Kay", "Carter", "Ho", "Mohammedi", "Muhammadi", "Y"),
    *("Villanueva", "Vilanuevva"),
)


def find(keys, other):
    return not keys.sought.isdisjoint(other.kept)


def check(names):
    """Of these names, those meet that are related and meet under the wider keys; none meet that do not meet there."""
    people = [speaker(name) for name in names]
    told = [(person, blocking_keys(person), narrow_keys(person)) for person in people]
    n_wide = n_narrow = 0
    for (one, wide, narrow), (other, other_wide, other_narrow) in permutations(told, 2):
        meet, are_near = find(wide, other_wide), find(narrow, other_narrow)
        n_wide, n_narrow = n_wide + meet, n_narrow + are_near
        assert are_near == find(other_narrow, narrow)
        assert meet or not are_near, (one.name, other.name)
        assert are_near or not (meet and name_relation(one, other)), (one.name, other.name)
    assert n_narrow < n_wide


def test_all_related_names_of_two_words_meet():
    check(" ".join(words) for words in random.Random(1).sample(list(product(_WORDS, repeat=2)), 500))


@pytest.mark.parametrize("seed", [1, 2])
def test_all_related_names_of_any_number_of_words_meet(seed):
    chance = random.Random(seed)
    check({" ".join(chance.choices(_WORDS, k=chance.choice((1, 2, 3, 3, 4)))) for _ in range(500)})


def test_of_one_first_name_only_those_meet_whose_surnames_are_alike():
    one, other, misspelt = (narrow_keys(speaker(name)) for name in ("John Smith", "John Stone", "Jon Smyth"))
    assert find(one, misspelt)
    assert not find(one, other)


def test_organizations_have_the_keys_that_they_have_elsewhere():
    organization = speaker("Food Fund of Lima", kind=SpeakerKind.ORGANIZATION)
    assert narrow_keys(organization) == blocking_keys(organization)
