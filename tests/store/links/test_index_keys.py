"""Keys of the indexes as numbers."""

from service.store.links.index_keys import key_number


def test_a_key_has_one_number_of_63_bits():
    number = key_number(("dry", "wells"), kind=2)
    assert number == key_number(["dry", "wells"], kind=2)
    assert 0 <= number < 2**63


def test_kind_order_and_limits_of_the_parts_count():
    keys = [("dry", "wells"), ("wells", "dry"), ("dry wells",), ("drywells",), ("dry",)]
    assert len({key_number(key) for key in keys}) == len(keys)
    assert [key_number(("dry",), kind=kind) & 3 for kind in range(4)] == [0, 1, 2, 3]
