"""A title that stands once before several names."""

import pytest

from service.attribution.affiliations.weighing.shared_titles import shared_title
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of, mention_of

LIST = (
    "The judges/nsubj/left Ann_Lee/appos/judges/PERSON , Bob_Ray/conj/Ann/PERSON "
    "and Tom_Reed/conj/Ann/PERSON left/root ."
)


@pytest.mark.parametrize("name", ["Ann Lee", "Bob Ray", "Tom Reed"])
def test_it_is_of_each_in_the_list(name: str):
    annotated = annotated_of(LIST)
    assert shared_title(annotated, mention_of(annotated, name)) == word_of(annotated.parse, "judges")


@pytest.mark.parametrize("mark", ["–", "-", ":"])
def test_it_may_stand_before_a_dash(mark: str):
    annotated = annotated_of(LIST.replace("judges/nsubj/left", f"judges/nsubj/left {mark}/punct/judges/PUNCT"))
    assert shared_title(annotated, mention_of(annotated, "Bob Ray")) == word_of(annotated.parse, "judges")


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("The judges/nsubj/met met/root Ann_Lee/obj/met/PERSON .", id="no title"),
        pytest.param("The judge/nsubj/left Ann_Lee/appos/judge/PERSON and Bob_Ray/conj/judge/PERSON left/root .",
                     id="of one"),
        pytest.param("The judges/nsubj/left Ann_Lee/appos/judges/PERSON left/root .", id="no list"),
        pytest.param("Ann_Lee/nsubj/left/PERSON and Bob_Ray/conj/Ann/PERSON left/root .", id="nothing before"),
        pytest.param(", Ann_Lee/nsubj/left/PERSON and Bob_Ray/conj/Ann/PERSON left/root .", id="a comma before"),
        pytest.param("Tom_Reed/nsubj/told/PERSON told/root judges/iobj/told/NOUN Ann_Lee/nsubj/left/PERSON "
                     "and Bob_Ray/conj/Ann/PERSON had/aux/left left/ccomp/told .", id="whom somebody told of them"),
    ],
)  # fmt: skip
def test_what_is_no_shared_title(notation: str):
    annotated = annotated_of(notation)
    assert shared_title(annotated, mention_of(annotated, "Ann Lee")) is None
