"""Which words outside names may stand for who speaks."""

import pytest

from service.attribution.mentions.speaking_words import may_speak
from tests.attribution.parses import parsed, word_of


@pytest.mark.parametrize(
    ("notation", "word", "expected"),
    [
        pytest.param("The mayor/nsubj/left left/root .", "mayor", True, id="a subject"),
        pytest.param("They/nsubj/met met/root the mayor/obj/met .", "mayor", True, id="a noun for somebody"),
        pytest.param("They/nsubj/met met/root the harbour/obj/met .", "harbour", False, id="a noun for nothing"),
        pytest.param("Another/det/tweeted/DET tweeted/root .", "Another", True, id="another before a verb"),
        pytest.param("“ No/obj/said ” said/root/VERB another/obj/said/DET .", "another", True, id="another behind"),
        pytest.param("“ No/obj/said ” said/root/VERB a/det/third third/obj/said/ADJ .", "third", True, id="a third"),
        pytest.param("They/nsubj/saw saw/root/VERB another/obj/saw/DET .", "another", False, id="another that is seen"),
        pytest.param("One/nsubj/wrote/PRON wrote/root .", "One", True, id="one who acted"),
        pytest.param("One/nsubj/hears/PRON hears/root .", "One", False, id="anybody"),
        pytest.param("The user/nsubj/left river88/appos/user left/root .", "user", True, id="a user with a name"),
        pytest.param("Another/det/mayor/DET mayor/nsubj/left left/root .", "Another", False, id="another mayor"),
        pytest.param(
            "They/nsubj/met met/root a note/compound/reading reading/xcomp/met .",
            "note",
            True,
            id="a note that is read",
        ),
        pytest.param(
            "They/nsubj/met met/root fans/obj/met who/nsubj/shouted shouted/acl:relcl/fans “ No/ccomp/shouted ” .",
            "fans",
            True,
            id="whom who takes up to speak",
        ),
        pytest.param(
            "They/nsubj/met met/root fans/obj/met who/nsubj/danced danced/acl:relcl/fans .",
            "fans",
            False,
            id="whom who takes up to dance",
        ),
        pytest.param(
            "They/nsubj/met met/root a boat/compound/reading reading/xcomp/met .", "boat", False, id="no document"
        ),
    ],
)
def test_words_that_may_speak(notation: str, word: str, expected: bool):
    parse = parsed(notation)
    assert may_speak(parse, word_of(parse, word)) is expected
