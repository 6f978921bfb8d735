"""The packed signatures of many quotations taken apart together, as numbers: see `store.links.representatives`."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow

from service.linking.wording.tokens import SMALL
from service.store.links.representatives import BREAK, BYTES, HEAD

Numbers = Any
"""An array of numbers: one for each row, or for each sense or word of all rows."""

# The bytes of a character, of which all that is packed is a multiple.
_CHARACTER = 2


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures by their places: of each sense, and of each word's code, the place of the row that it stands in."""

    weight: Numbers
    small: Numbers
    n_words: Numbers
    n_breaks: Numbers
    sense_place: Numbers
    sense: Numbers
    says: Numbers
    is_name: Numbers
    code_place: Numbers
    code: Numbers


def unpacked(packed: pyarrow.Array) -> Signatures:
    """The signatures of these rows, none of which is null."""
    characters, starts, lengths = _characters(packed)
    weight, small, n_senses, n_names = (
        _numbers(characters, starts, np.full(len(starts), HEAD), float).reshape(-1, HEAD).T
    )
    n = n_senses.astype(np.int64)
    head, all_senses = HEAD * BYTES // _CHARACTER, n * BYTES // _CHARACTER
    sense_place, within = _places(n)
    begin = starts + head + 2 * all_senses
    code_place, code = _runs(characters, begin, starts + lengths - begin)
    is_break = code == ord(BREAK)
    return Signatures(
        weight,
        small,
        n + np.rint(small / SMALL),
        np.bincount(code_place[is_break], minlength=len(starts)),
        sense_place,
        _numbers(characters, starts + head + all_senses, n, np.int64),
        _numbers(characters, starts + head, n, float),
        within < n_names[sense_place],
        code_place[~is_break],
        code[~is_break],
    )


def _characters(packed: pyarrow.Array) -> tuple[Numbers, Numbers, Numbers]:
    """All that is packed, in pieces of two bytes; where each row begins, and how many it has."""
    _, offsets, values = packed.cast(pyarrow.large_binary()).buffers()
    bounds = np.frombuffer(offsets, np.int64)[packed.offset : packed.offset + len(packed) + 1] // _CHARACTER
    size = values.size // _CHARACTER if values is not None else 0
    return np.frombuffer(values or b"", np.uint16, size), bounds[:-1], np.diff(bounds)


def _places(counts: Numbers) -> tuple[Numbers, Numbers]:
    """For each thing, of this number in each row, the place of the row and its own within the row."""
    place = np.repeat(np.arange(len(counts)), counts)
    return place, np.arange(len(place)) - np.repeat(np.cumsum(counts) - counts, counts)


def _runs(characters: Numbers, starts: Numbers, counts: Numbers) -> tuple[Numbers, Numbers]:
    place, within = _places(counts)
    return place, characters[starts[place] + within]


def _numbers(characters: Numbers, starts: Numbers, counts: Numbers, kind: type) -> Numbers:
    """Numbers of each row, as many as counted, from where they begin."""
    _, found = _runs(characters, starts, counts * BYTES // _CHARACTER)
    return found.view(kind)
