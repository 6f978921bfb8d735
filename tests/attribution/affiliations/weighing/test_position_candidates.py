"""Nouns that may say what somebody is."""

from service.attribution.affiliations.weighing.position_candidates import distance, find_position_candidates
from tests.attribution.parses import word_of
from tests.attribution.readings import annotated_of

NOTATION = (
    "Ann_Lee/nsubj/met/PERSON , the mayor/appos/Ann of Delta/nmod/mayor/LOC , met/root Bo_Kim/obj/met/PERSON , "
    "a nurse/appos/Bo ."
)


def test_each_noun_goes_with_the_nearest_mention():
    annotated = annotated_of(NOTATION)
    people = [mention for mention in annotated.mentions if mention.name in ("Ann Lee", "Bo Kim")]
    found = find_position_candidates(annotated, people)
    words = annotated.parse.words
    nearest = {words[each.word].text: each.mention.name for each in found}
    assert (nearest["mayor"], nearest["nurse"]) == ("Ann Lee", "Bo Kim")
    assert [each.word for each in found] == sorted(each.word for each in found)


def test_distance_grows_with_words_and_steps():
    annotated = annotated_of(NOTATION)
    (ann,) = [mention for mention in annotated.mentions if mention.name == "Ann Lee"]
    mayor, nurse = (word_of(annotated.parse, word) for word in ("mayor", "nurse"))
    assert distance(annotated.parse, ann, mayor) < distance(annotated.parse, ann, nurse)


def test_a_post_that_the_recognizer_took_into_a_name_may_be_one():
    annotated = annotated_of("Chairwoman_Lee/nsubj/met/PERSON met/root Bo_Kim/obj/met/PERSON .")
    found = find_position_candidates(annotated, [annotated.mentions[0]])
    assert [annotated.parse.words[each.word].text for each in found] == ["Chairwoman"]


def test_a_spokeswoman_is_a_noun_whatever_the_parse_makes_of_her():
    annotated = annotated_of("Kim/nsubj/said/PERSON spokeswoman/advcl/said/VERB Ann_Lee/nsubj/said/PERSON said/root .")
    ann = next(mention for mention in annotated.mentions if mention.name == "Ann Lee")
    (found,) = find_position_candidates(annotated, [ann])
    assert annotated.parse.words[found.word].text == "spokeswoman"
