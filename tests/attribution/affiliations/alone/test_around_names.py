"""A title before a name and the body behind it."""

from service.attribution.affiliations.alone.around_names import join_around_names
from service.domain.articles import Span
from service.domain.quotations import Affiliation
from service.parsing.trees import Parse
from tests.attribution.readings import annotated_of, mention_of

TEXT = "President/nmod/Ann Ann_Lee/nsubj/left/PERSON of/case/Norway Norway/nmod/Ann/LOC left/root ."


def _said(parse: Parse, text: str, role: str | None, organization: str | None) -> Affiliation:
    start = parse.text.index(text)
    return Affiliation("a", Span(start, start + len(text), text), role, organization)


def test_a_title_and_the_place_behind_the_name_are_one_position():
    annotated = annotated_of(TEXT)
    title = _said(annotated.parse, "President", "President", None)
    place = _said(annotated.parse, "of Norway", None, "Norway")
    joined = join_around_names(annotated.parse, [title, place], [mention_of(annotated, "Ann Lee")])
    assert set(joined) == {_said(annotated.parse, "President Ann Lee of Norway", "President", "Norway")}


def test_whoever_is_named_elsewhere_keeps_both_apart():
    annotated = annotated_of(f"{TEXT} \n Ann_Lee/nsubj/spoke/PERSON spoke/root .")
    title = _said(annotated.parse, "President", "President", None)
    elsewhere = _said(annotated.parse, "spoke", None, "Norway")
    mentions = [mention for mention in annotated.mentions if mention.name == "Ann Lee"]
    assert join_around_names(annotated.parse, [title, elsewhere], mentions[:1]) == [title, elsewhere]


def test_a_position_with_an_organization_takes_no_other():
    annotated = annotated_of(TEXT)
    title = _said(annotated.parse, "President", "President", "Harbour")
    place = _said(annotated.parse, "of Norway", None, "Norway")
    assert join_around_names(annotated.parse, [title, place], [mention_of(annotated, "Ann Lee")]) == [title, place]


def test_a_place_that_is_no_country_stays_apart():
    annotated = annotated_of(TEXT.replace("Norway", "Wisconsin"))
    title = _said(annotated.parse, "President", "President", None)
    place = _said(annotated.parse, "of Wisconsin", None, "Wisconsin")
    assert join_around_names(annotated.parse, [title, place], [mention_of(annotated, "Ann Lee")]) == [title, place]
