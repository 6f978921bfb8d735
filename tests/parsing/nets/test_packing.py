"""Sequences in the order in which recurrent nets read them."""

import pytest
import torch

from service.parsing.nets.packing import Packing

# torch takes seconds to load.
pytestmark = pytest.mark.slow

ROWS = torch.arange(9).unsqueeze(1)


def test_all_first_elements_come_before_all_second_ones():
    packed = Packing([2, 4, 3]).pack(ROWS)
    assert packed.data.squeeze(1).tolist() == [2, 6, 0, 3, 7, 1, 4, 8, 5]
    assert packed.batch_sizes.tolist() == [3, 3, 2, 1]


def test_packed_rows_come_back_as_they_stood():
    packing = Packing([2, 4, 3])
    assert packing.unpack(packing.pack(ROWS).data).equal(ROWS)
