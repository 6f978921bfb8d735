"""One of several who speaks without a noun."""

import pytest

from service.attribution.vocabulary.one_of_several import is_one_of_several
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "word", "expected"),
    [
        pytest.param("“ No/obj/said ” said/root/VERB a/det/third third/obj/said/ADJ .", "third", True, id="behind"),
        pytest.param("One/nsubj/wrote/PRON wrote/root/VERB .", "One", True, id="who acted"),
        pytest.param("One/nsubj/hears/PRON hears/root/VERB .", "One", False, id="anybody"),
        pytest.param("They/nsubj/saw saw/root/VERB another/obj/saw/DET .", "another", False, id="who is seen"),
    ],
)
def test_one_of_several(notation: str, word: str, expected: bool):
    parse = parsed(notation)
    assert is_one_of_several(parse, word_of(parse, word)) is expected
