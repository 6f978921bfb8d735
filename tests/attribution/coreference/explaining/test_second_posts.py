"""Two positions, each with its body, before one name."""

import pytest

from tests.attribution.readings import who

LINE = "{} Ann_Lee/nsubj/said/PERSON said/root so/advmod/said ."


@pytest.mark.parametrize(
    ("posts", "description", "name"),
    [
        pytest.param(
            "Minister/nsubj/said of Trade/nmod/Minister and Head/conj/Minister of the Board/nmod/Head",
            "Minister of Trade",
            "Ann Lee",
            id="each with its body",
        ),
        pytest.param(
            "Minister/nsubj/said of Trade/nmod/Minister , Fish/conj/Trade , and Farms/conj/Trade "
            "and Chairman/conj/Trade of the Board/nmod/Chairman",
            "Minister of Trade",
            "Ann Lee",
            id="the first with several",
        ),
        pytest.param(
            "Minister/nsubj/said of Trade/nmod/Minister and the/det/head head/conj/Minister of the Board/nmod/head",
            "Minister of Trade",
            "Minister of Trade",
            id="an article before the second",
        ),
        pytest.param(
            "the/det/minister minister/nsubj/said of Trade/nmod/minister and Head/conj/minister of the Board/nmod/Head",
            "the minister of Trade",
            "minister of Trade",
            id="an article before the first",
        ),
        pytest.param(
            "Minister/nsubj/said of Trade/nmod/Minister met/acl/Minister and Head/conj/Minister of the Board/nmod/Head",
            "Minister of Trade",
            "Minister of Trade",
            id="a verb between",
        ),
    ],
)
def test_the_name_is_of_both_posts(posts: str, description: str, name: str):
    assert who(LINE.format(posts), description) == name


def test_a_text_may_be_all_capitals():
    notation = "Minister/nsubj/Said Trade/nmod/Minister Head/dep/Said/NOUN Said/root Ann_Lee/obj/Said/PERSON"
    assert who(notation, "Minister Trade") == "Minister Trade"
