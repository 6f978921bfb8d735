"""Packed signatures taken apart together are those taken apart one by one."""

from itertools import compress

import pyarrow

from service.archive.comparing.unpacking import unpacked
from service.linking.statements.comparable import comparable_quotations
from service.store.links.representatives import signatures_of, version_values
from tests.archive.archives import REPORTS, newsroom


def packed_signatures():
    """The words between marks of many quotations, as they are packed."""
    found = [each for one in (*REPORTS, *newsroom(6)) for each in comparable_quotations(one)]
    return [packed for each in found if (packed := version_values("w0", each)["printed"]) is not None]


def test_they_are_those_of_each_row():
    packed = packed_signatures()
    found = unpacked(pyarrow.array(packed))
    for place, each in enumerate(packed):
        signatures = signatures_of(each, None)
        expected = signatures.whole
        here, words = found.sense_place == place, found.code_place == place
        senses = dict(zip(found.sense[here].tolist(), found.says[here].tolist(), strict=True))
        assert senses == expected.senses
        assert set(compress(senses, found.is_name[here])) == expected.names
        assert "".join(map(chr, found.code[words])) == expected.codes
        numbers = found.weight[place], found.small[place], found.n_words[place], found.n_breaks[place]
        assert numbers == (expected.weight, expected.small, expected.n_words, len(signatures.parts) - 1)


def test_rows_of_a_longer_column_are_found():
    packed = packed_signatures()
    column = pyarrow.array([b"", *packed], pyarrow.large_binary()).slice(1)
    assert (unpacked(column).sense == unpacked(pyarrow.array(packed)).sense).all()


def test_of_no_rows_there_is_nothing():
    found = unpacked(pyarrow.array([], pyarrow.binary()))
    assert [len(found.weight), len(found.sense), len(found.code), len(found.n_breaks)] == [0, 0, 0, 0]
