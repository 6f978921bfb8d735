"""Where an article refers to somebody."""

import pytest

from service.attribution.mentions.mentions import find_mentions
from service.domain.quotations import Mention, MentionKind
from tests.attribution.parses import parsed, word_of

NAME, PRONOUN, DESCRIPTION = MentionKind.NAME, MentionKind.PRONOUN, MentionKind.DESCRIPTION


def mentions(notation: str) -> tuple[Mention, ...]:
    return find_mentions(parsed(notation))


def found(notation: str) -> list[tuple[str, MentionKind, str]]:
    return [(mention.span.text, mention.kind, mention.name) for mention in mentions(notation)]


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        ("Ann_Lee/nsubj/said/PERSON said/root .", ("Ann Lee", NAME, "Ann Lee")),
        ("Koh_Yu-hwan/nsubj/said/PERSON said/root .", ("Koh Yu-hwan", NAME, "Koh Yu-hwan")),
        ("Port_Office/nsubj/said/ORG said/root .", ("Port Office", NAME, "Port Office")),
        ("Japan/nsubj/said/LOC said/root .", ("Japan", NAME, "Japan")),
        ("She/nsubj/said said/root .", ("She", PRONOUN, "she")),
        ("They/nsubj/said said/root .", ("They", PRONOUN, "they")),
        ("The minister/nsubj/said said/root .", ("The minister", DESCRIPTION, "minister")),
        ("Fans/nsubj/said said/root .", ("Fans", DESCRIPTION, "Fans")),
        (
            "The council/nmod:poss/head ’s head/nsubj/said said/root .",
            ("The council’s head", DESCRIPTION, "council’s head"),
        ),
        ("The Dane/nsubj/said/NORP said/root .", ("The Dane", DESCRIPTION, "Dane")),
        ("The Danish/nsubj/said/NORP said/root .", ("Danish", NAME, "Danish")),
        ("The Dane/nsubj/ate/NORP ate/root .", ("Dane", NAME, "Dane")),
        ("The PM/nsubj/said/ORG said/root .", ("The PM", DESCRIPTION, "PM")),
        (
            "A senior/amod/official official/nsubj/said at the ministry/nmod/official said/root .",
            ("A senior official at the ministry", DESCRIPTION, "senior official at the ministry"),
        ),
        (
            "Local/amod/sources sources/nsubj/said since/case/Monday Monday/nmod/sources/DATE said/root .",
            ("Local sources", DESCRIPTION, "Local sources"),
        ),
        (
            "Her/nmod:poss/father father/nsubj/came on/case/Monday Monday/obl/came/DATE in/case/Rome "
            "Rome/nmod/father/LOC came/root .",
            ("Her father", DESCRIPTION, "Her father"),
        ),
        (
            "Following/case/reports/VERB media/compound/reports reports/obl/came came/root it/nsubj/came .",
            ("media reports", DESCRIPTION, "media reports"),
        ),
        ("Asked/root/VERB the host/iobj/Asked .", ("the host", DESCRIPTION, "host")),
        ("The treaty/nsubj/says says/root .", ("The treaty", DESCRIPTION, "treaty")),
        (
            "Article/obl/says/NOUN 5/nummod/agreement agreement/nsubj/says says/root .",
            ("Article 5 agreement", DESCRIPTION, "Article 5 agreement"),
        ),
    ],
)
def test_a_subject_is_a_mention_by_name_pronoun_or_description(notation: str, expected: tuple[str, MentionKind, str]):
    assert found(notation)[0] == expected


def test_a_name_of_two_words_is_one_mention_with_its_head():
    (mention,) = mentions("Yesterday/advmod/spoke Ann_Lee/nsubj/spoke/PERSON spoke/root .")
    assert (mention.entity, mention.head, mention.name_words, mention.sentence) == ("PERSON", 1, range(1, 3), 0)


def test_a_title_belongs_to_the_mention_and_not_to_the_name():
    (mention,) = mentions("Foreign/amod/Minister Minister/compound/Ann/PROPN Ann_Lee/nsubj/said/PERSON said/root .")
    assert (mention.span.text, mention.name) == ("Foreign Minister Ann Lee", "Ann Lee")
    assert mention.described_by == (range(0, 2),)


def test_a_possessive_mark_is_no_part_of_a_name():
    assert ("Ann Lee", NAME, "Ann Lee") in found("Ann_Lee/nmod:poss/plan/PERSON ’s plan/nsubj/failed failed/root .")


def test_a_description_goes_without_what_only_comes_after():
    notation = """
        The farmer/nsubj/said , who/nsubj/lost lost/acl:relcl/farmer a house/obj/lost , said/root .
    """
    assert found(notation)[0] == ("The farmer", DESCRIPTION, "farmer")


def test_a_description_begins_behind_the_copula():
    notation = "which/nmod/treaty is/cop/treaty the/det treaty/appos/pacts/NOUN pacts/nsubj/says says/root ."
    assert ("the treaty", DESCRIPTION, "treaty") in found(notation)


def test_a_spokeswoman_is_described_with_whom_she_speaks_for():
    notation = "It/nsubj/works works/root , added/parataxis/works a spokeswoman/nsubj/added for Acme/obl/added/ORG ."
    assert ("a spokeswoman for Acme", DESCRIPTION, "spokeswoman for Acme") in found(notation)


def test_a_spokeswoman_is_described_with_the_name_behind_a_title():
    notation = (
        "It/nsubj/works works/root , added/parataxis/works a spokeswoman/obj/added for chief/nmod:desc/Ann/NOUN "
        "Ann_Lee/obl/added/PERSON ."
    )
    assert ("a spokeswoman for chief Ann Lee", DESCRIPTION, "spokeswoman for chief Ann Lee") in found(notation)


def test_an_article_goes_with_what_follows_it():
    assert found("The/det/left mayor/nsubj/left left/root .") == [("The mayor", DESCRIPTION, "mayor")]


def test_a_post_taken_for_a_name_is_a_description():
    notation = "The Senator/nsubj/left/PERSON left/root ."
    assert ("The Senator", DESCRIPTION, "Senator") in found(notation)


def test_a_comma_ends_the_description_of_a_person():
    notation = "A doctor/nsubj/spoke of the clinic/nmod/doctor , Delta/appos/clinic , spoke/root ."
    assert found(notation)[0] == ("A doctor of the clinic", DESCRIPTION, "doctor of the clinic")


def test_the_article_before_a_lone_surname_makes_it_a_body():
    (mention,) = mentions("The Sentinel/nsubj/wrote/PERSON wrote/root .")
    assert mention.entity == "ORG"


def test_one_name_is_one_kind_throughout():
    lee = "Ann_Lee/nsubj/said/{} said/root ."
    kinds = [mention.entity for mention in mentions("\n".join(lee.format(k) for k in ("PERSON", "ORG", "PERSON")))]
    assert kinds == ["PERSON", "PERSON", "PERSON"]


def test_a_name_that_the_recognizer_cut_is_whole():
    notation = "Omar/nsubj/said/PROPN Shakour/flat/Omar/PERSON said/root ."
    assert found(notation)[0] == ("Omar Shakour", NAME, "Omar Shakour")


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param("It/nsubj/rained/X rained/root in May/obl/rained/DATE .", id="a date"),
        pytest.param("DELTA/dep/rained/LOC — rain/nsubj/rained/X rained/root .", id="a dateline"),
        pytest.param("What/nsubj/counts/PRON counts/ccomp/is is/root luck/obj/is .", id="a question word"),
        pytest.param("There/nsubj/is/PRON is/root hope/obj/is .", id="there"),
    ],
)
def test_nobody_is_mentioned(notation: str):
    assert [mention.kind for mention in mentions(notation) if mention.kind is not PRONOUN] == []


def test_a_name_that_the_recognizer_missed_speaks():
    assert ("Ann Lee", NAME, "Ann Lee") in found("Ann_Lee/nsubj/said/PROPN said/root so/advmod/said .")
    assert ("Ann Lee", NAME, "Ann Lee") not in found("Ann_Lee/nsubj/sang/PROPN sang/root so/advmod/sang .")


def test_a_name_cut_at_a_hyphen_is_whole():
    notation = "Ryu_Sam/nsubj/said/PERSON -/punct/Ryu yeong/flat/Ryu/PROPN said/root ."
    assert found(notation)[0] == ("Ryu Sam-yeong", NAME, "Ryu Sam-yeong")


def test_mentions_are_in_order_and_slices():
    parse = parsed("""
        The mayor/nsubj/told told/root Ann_Lee/obj/told/PERSON that/mark/won she/nsubj/won won/ccomp/told .

        Lee/nsubj/smiled/PERSON smiled/root .
    """)
    found = find_mentions(parse)
    assert [mention.name for mention in found] == ["mayor", "Ann Lee", "she", "Lee"]
    assert [mention.sentence for mention in found] == [0, 0, 0, 1]
    assert found[1].head == word_of(parse, "Ann")
    assert all(parse.text[m.span.start : m.span.end] == m.span.text for m in found)


def test_a_possessive_mark_is_no_part_of_a_description():
    notation = "The council/nmod:poss/plan ’s plan/obj/saw saw/root it/nsubj/saw ."
    assert ("The council", DESCRIPTION, "council") in found(notation.replace("nmod:poss", "nmod"))


def test_a_handle_is_a_mention():
    parse = parsed("“ No/ccomp/wrote/INTJ , ” wrote/root user/compound/fan88/NOUN fan88/obj/wrote/NOUN .")
    assert "user fan88" in [mention.name for mention in find_mentions(parse)]


def test_the_day_is_no_part_of_who_spoke_on_it():
    on_a_day = "The court/nsubj/ruled on/case/January 3/nummod/January/DATE January/nmod/court/DATE ruled/root ."
    of_a_day = "The report/nsubj/says of/case/January 3/nummod/January/DATE January/nmod/report/DATE says/root ."
    assert [found(notation)[0][0] for notation in (on_a_day, of_a_day)] == ["The court", "The report of 3 January"]


@pytest.mark.parametrize(("kind", "is_mention"), [("ORG", True), ("LOC", False)])
def test_a_name_in_capitals_before_a_colon_speaks_unless_it_is_a_place(kind: str, is_mention: bool):
    notation = f"ANNA_LEE/root//{kind} : “ We/nsubj/won won/parataxis/ANNA . ”"
    assert ("ANNA LEE" in [name for _, _, name in found(notation)]) == is_mention


def test_a_single_czech_speaks():
    said = "“ No/root//INTJ , ” said/parataxis/No the {}/nsubj/said/NORP ."
    kinds = [{name: kind for _, kind, name in found(said.format(people))} for people in ("Czech", "French")]
    assert [kinds[0]["Czech"], kinds[1]["French"]] == [DESCRIPTION, NAME]


def test_quoted_words_are_no_part_of_the_description_behind_them():
    parse = parsed("“ At/case/place her/nmod:poss/place place/compound/clerk , ” the clerk/nsubj/said said/root .")
    assert [each.span.text for each in find_mentions(parse) if each.name.endswith("clerk")] == ["the clerk"]


def test_party_and_state_are_nobody():
    mentions = find_mentions(parsed("Ann_Lee/nsubj/left/PERSON ( R-Ill/dep/Ann/PERSON . ) left/root ."))
    assert [mention.name for mention in mentions] == ["Ann Lee", "R-Ill"]
    mentions = find_mentions(parsed("Ann_Lee/nsubj/left/PERSON ( R/dep/Ann/PERSON - Ill/dep/Ann/PROPN . ) left/root ."))
    assert [mention.name for mention in mentions] == ["Ann Lee"]
