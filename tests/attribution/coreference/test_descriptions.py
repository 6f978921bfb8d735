"""Descriptions to those they take up."""

import pytest

from tests.attribution.readings import resolver_of, who

ACME = "Acme_Steel/nsubj/closed/ORG closed/root ."
MAYOR = "Mary_Lee/nsubj/left/PERSON , the mayor/appos/Mary of Delta/nmod/mayor/LOC , left/root ."
OFFICIAL = "“ No/root//INTJ , ” said/parataxis/No a senior/amod/official official/nsubj/said ."


@pytest.mark.parametrize(
    ("notation", "description", "name"),
    [
        pytest.param(f"{MAYOR} \n The mayor/nsubj/won won/root .", "The mayor", "Mary Lee", id="by the role"),
        pytest.param(
            f"{MAYOR} \n A mayor/nsubj/won won/root .", "A mayor", "mayor", id="an indefinite one is somebody else"
        ),
        pytest.param(
            f"{MAYOR} \n The mayors/nsubj/won won/root .", "The mayors", "mayors", id="several are not the one"
        ),
        pytest.param(f"{MAYOR} \n The judge/nsubj/won won/root .", "The judge", "judge", id="by another role"),
        pytest.param(
            "Mary_Lee/nsubj/left/PERSON , district/compound/officer safety/compound/officer officer/appos/Mary of "
            "Delta/nmod/officer/LOC , left/root . \n The DSO/nsubj/won won/root .",
            "The DSO",
            "Mary Lee",
            id="by the letters of the role",
        ),
        pytest.param(f"{MAYOR} \n The DSO/nsubj/won won/root .", "The DSO", "DSO", id="by letters of another role"),
        pytest.param(f"{ACME} \n The company/nsubj/won won/root .", "The company", "Acme Steel", id="a body"),
        pytest.param(
            "Port_Office/nsubj/closed/ORG closed/root . \n The office/nsubj/won won/root .",
            "The office",
            "Port Office",
            id="a body by its last word",
        ),
        pytest.param(
            "Department/nsubj/closed/ORG of/case/Roads/ORG Roads/nmod/Department/ORG closed/root . \n"
            "The department/nsubj/won won/root .",
            "The department",
            "Department of Roads",
            id="a body by what it is",
        ),
        pytest.param(
            "The treaty/nsubj/failed failed/root . \n This/det/treaty treaty/nsubj/won won/root .",
            "This treaty",
            "treaty",
            id="a document by its noun",
        ),
        pytest.param(
            f"{OFFICIAL} \n The official/nsubj/won won/root .", "The official", "senior official", id="the same noun"
        ),
        pytest.param(
            f"{OFFICIAL.replace('official', 'farmer')} \n The man/nsubj/won won/root .",
            "The man",
            "senior farmer",
            id="who spoke without a name",
        ),
        pytest.param(
            "A letter/nsubj/came from/case/Mary Mary_Lee/nmod/letter/PERSON came/root .",
            "A letter from Mary Lee",
            "Mary Lee",
            id="who wrote the letter",
        ),
    ],
)
def test_a_description_takes_up_who_it_describes(notation: str, description: str, name: str):
    assert who(notation, description) == name


@pytest.mark.parametrize(
    ("description", "name"), [("The director", "Mary Lee"), ("A director", "director"), ("The bridge", "bridge")]
)
def test_a_post_right_after_her_words_is_hers(description: str, name: str):
    article, noun = description.split()
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON ."
    assert who(f"{said}\n{article} {noun}/nsubj/fell fell/root .", description) == name


@pytest.mark.parametrize(
    ("notation", "name"),
    [
        pytest.param("The former/amod/swimmer swimmer/nsubj/said said/root .", "Mary Lee", id="her past"),
        pytest.param("The politician/nsubj/said said/root so/advmod/said .", "Mary Lee", id="a loose word"),
        pytest.param("The judge/nsubj/said said/root so/advmod/said .", "judge", id="another post"),
        pytest.param("A politician/nsubj/said said/root so/advmod/said .", "politician", id="somebody new"),
        pytest.param("The politician/nsubj/told told/root Mary_Lee/obj/told/PERSON .", "politician", id="to her"),
    ],
)  # fmt: skip
def test_a_loose_description_takes_up_who_spoke_last(notation: str, name: str):
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON , a banker/appos/Mary ."
    description = " ".join(part.split("/")[0] for part in notation.split(" said")[0].split(" told")[0].split())
    assert who(f"{said}\n\n{notation}", description) == name


def test_the_minister_is_the_one_whose_country_is_told():
    positions = """
        Japanese/amod/Minister/NORP Minister/compound/Mary/PROPN Mary_Lee/nsubj/met/PERSON met/root
        French/amod/Minister/NORP Minister/compound/Bo/PROPN Bo_Kim/obj/met/PERSON .
    """.replace("\n", " ")
    assert (
        who(f"{positions}\nThe Japanese/amod/minister/NORP minister/nsubj/won won/root .", "The Japanese minister")
        == "Mary Lee"
    )


def test_the_prime_minister_is_no_other_minister():
    notation = """
        Mining/compound/Minister/PROPN Minister/compound/Mary/PROPN Mary_Lee/nsubj/left/PERSON left/root .
        The prime/amod/minister minister/nsubj/won won/root .
    """
    assert who(notation, "The prime minister") == "prime minister"


def test_a_bodys_statement_is_the_bodys():
    notation = "A Acme/compound/statement/ORG statement/nsubj/said said/root so/advmod/said ."
    assert who(notation, "A Acme statement") == "Acme"


def test_another_government_is_another():
    notation = """
        The Chinese/amod/government/NORP government/nsubj/left left/root .
        The Japanese/amod/government/NORP government/nsubj/won won/root .
    """
    assert who(notation, "The Japanese government") == "Japanese government"


def test_a_ministry_is_no_company():
    ministry = "Transport/compound/Ministry/ORG Ministry/nsubj/closed/ORG closed/root ."
    assert (
        who(f"{ACME} {ministry} \n The company/nsubj/won won/root .".replace(". T", ".\nT"), "The company")
        == "Acme Steel"
    )


def test_one_is_none_of_several():
    notation = "The officials/nsubj/left left/root .\n\nThe official/nsubj/won won/root ."
    assert who(notation, "The official") == "official"


def test_several_are_none_of_one():
    notation = "The authority/nsubj/left left/root .\n\nThe authorities/nsubj/won won/root ."
    assert who(notation, "The authorities") == "authorities"


def test_several_bodies_are_none_that_is_named():
    notation = "The Roads_Agency/nsubj/left/ORG left/root .\n\nThe agencies/nsubj/won won/root ."
    assert who(notation, "The agencies") == "agencies"


def test_a_letter_speaks_for_who_sent_it():
    notation = (
        "Mary_Lee/nsubj/wrote/PERSON wrote/root a letter/obj/wrote .\nThe letter/nsubj/said said/root so/advmod/said ."
    )
    assert who(notation, "The letter") == "Mary Lee"


def test_a_statement_before_its_author_is_the_authors():
    assert (
        who("In a statement/obl/said , Mary_Lee/nsubj/said/PERSON said/root so/advmod/said .", "a statement")
        == "Mary Lee"
    )


def test_a_spokesman_of_nobody_speaks_for_the_body_that_spoke():
    _, resolver = resolver_of("""
        Acme_Steel/nsubj/said/ORG said/root so/advmod/said .
        A spokesman/nsubj/said said/root so/advmod/said .
    """)
    positions = [
        (position.role, position.organization) for entity in resolver.entities for position in entity.affiliations
    ]
    assert positions == [("spokesman", "Acme Steel")]


def test_a_post_right_after_her_words_is_somebody_elses_where_she_has_one():
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON , a judge/appos/Mary ."
    assert who(f"{said}\nThe director/nsubj/fell fell/root .", "The director") == "director"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [("by/case/Mary Mary_Lee/nmod/book/PERSON", "Mary Lee"), ("about/case/Mary Mary_Lee/nmod/book/PERSON", None)],
)
def test_a_book_speaks_for_who_wrote_it_and_not_for_its_subject(phrase: str, name: str | None):
    _, resolver = resolver_of(f"A book/nsubj/came {phrase} came/root .")
    owners = [entity.name for entity in resolver.entities if len(entity.mentions) > 1]
    assert owners == ([name] if name else [])


def test_a_letter_speaks_for_who_wrote_it():
    notation = "Mary_Lee/nmod:poss/statement/PERSON ’s statement/nsubj/came came/root ."
    assert who(notation, "Mary Lee’s statement") == "Mary Lee"


def test_an_age_takes_up_the_person_named_last():
    coach = (
        "Mary_Lee/nsubj/left/PERSON left/root .\n“ No/root//INTJ , ” said/parataxis/No {} 54-year-old/nsubj/said/NOUN ."
    )
    assert who(coach.format("the"), "the 54-year-old") == "Mary Lee"
    assert who(coach.format("a"), "a 54-year-old") == "54-year-old"


def test_of_two_in_one_sentence_a_people_takes_up_the_subject():
    beat = "Mary_Lee/nsubj/beat/PERSON beat/root Ann_Ray/obj/beat/PERSON ."
    dane = "“ No/root//INTJ , ” said/parataxis/No the Dane/nsubj/said/NORP ."
    assert who(f"Jo_Lund/nsubj/left/PERSON left/root .\n{beat}\n{dane}", "the Dane") == "Mary Lee"


@pytest.mark.parametrize(("description", "name"), [("mother of three", "Mary Lee"), ("mother of Ann", "mother of Ann")])
def test_children_take_up_the_person_named_last(description: str, name: str):
    noun, of, last = description.split()
    said = f"“ No/root//INTJ , ” said/parataxis/No the {noun}/nsubj/said {of} {last}/nmod/{noun}/NUM ."
    assert who(f"Mary_Lee/nsubj/left/PERSON left/root .\n{said}", f"the {description}") == name


def test_one_of_a_people_is_whose_position_is_of_the_people():
    met = (
        "Mary_Lee/nsubj/met/PERSON met/root the Norwegian/amod/minister/NORP minister/obj/met , "
        "Bo_Ray/appos/minister/PERSON ."
    )
    said = "“ No/root//INTJ , ” the Norwegian/nsubj/said/NORP said/parataxis/No ."
    assert who(f"{met}\n{said}", "the Norwegian") == "Bo Ray"


def test_one_of_a_people_is_the_person_named_last():
    dane = "“ No/root//INTJ , ” said/parataxis/No the Dane/nsubj/said/NORP ."
    assert who(f"Mary_Lee/nsubj/left/PERSON left/root .\n{dane}", "the Dane") == "Mary Lee"
    assert who(dane, "the Dane") == "Dane"


def test_a_spokeswoman_is_no_sheriff():
    sheriff = "“ No/root//INTJ , ” said/parataxis/No the sheriff/nsubj/said ."
    assert who(f"{sheriff}\n{sheriff.replace('sheriff', 'spokeswoman')}", "the spokeswoman") == "spokeswoman"
    assert who(f"{sheriff}\n{sheriff.replace('sheriff', 'official')}", "the official") == "sheriff"


def test_several_are_not_who_just_spoke():
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON ."
    assert who(f"{said} The directors/nsubj/won won/root .", "The directors") == "directors"


@pytest.mark.parametrize(
    ("description", "name"),
    [
        pytest.param("the former/amod/goalkeeper goalkeeper/nsubj/said", "Mary Lee", id="her past"),
        pytest.param("the former/amod/congresswoman congresswoman/nsubj/said", "Mary Lee", id="of her gender"),
        pytest.param("the former/amod/goalkeepers goalkeepers/nsubj/said", "former goalkeepers", id="several"),
        pytest.param("a former/amod/goalkeeper goalkeeper/nsubj/said", "former goalkeeper", id="somebody new"),
    ],
)
def test_a_past_takes_up_the_person_named_last(description: str, name: str):
    words = " ".join(word.split("/")[0] for word in description.split())
    signed = "Ms/compound/Mary Mary_Lee/nsubj/signed/PERSON signed/root ."
    assert who(f"{signed}\n“ No/root//INTJ , ” said/parataxis/No {description} .", words) == name


def test_a_past_of_another_gender_is_of_somebody_else():
    said = "“ No/root//INTJ , ” said/parataxis/No the former/amod/congressman congressman/nsubj/said ."
    signed = "Ms/compound/Mary Mary_Lee/nsubj/signed/PERSON signed/root ."
    assert who(f"{signed}\n{said}", "the former congressman") == "former congressman"


@pytest.mark.parametrize(
    ("spoken", "name"),
    [
        pytest.param("“ So/advmod/said , ” the clerk/nsubj/said said/root .", "clerk", id="whoever is asked"),
        pytest.param("“ So/advmod/added , ” the clerk/nsubj/added added/root .", "Mary Lee", id="who goes on"),
    ],
)
def test_whoever_is_asked_is_somebody_else(spoken: str, name: str):
    asked = "“ Why/advmod/asked ? ” Mary_Lee/nsubj/asked/PERSON asked/root ."
    assert who(f"{asked}\n{spoken}", "the clerk") == name


def test_whoever_replies_is_somebody_else():
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON ."
    assert who(f"{said}\n“ So/advmod/replied , ” the clerk/nsubj/replied replied/root .", "the clerk") == "clerk"


def test_another_trade_is_of_somebody_else():
    said = "“ No/root//INTJ , ” said/parataxis/No Mary_Lee/nsubj/said/PERSON , a banker/appos/Mary ."
    union = "The union/compound/official official/nsubj/said said/root so/advmod/said ."
    assert who(f"{said}\n\n{union}", "The union official") == "union official"


def test_the_official_of_another_trade_is_somebody_else():
    said = "A/det/harbour harbour/compound/correspondent correspondent/nsubj/said said/root so/advmod/said ."
    official = "The police/compound/official official/nsubj/said said/root so/advmod/said ."
    assert who(f"{said}\n\n{official}", "The police official") == "police official"
    assert who(f"{said}\n\n{official.replace('police', 'harbour')}", "The harbour official") == "harbour correspondent"


def test_a_decade_takes_up_the_person_named_last():
    named = "Mary_Lee/nsubj/left/PERSON left/root ."
    assert who(f"{named}\n\nThe octogenarian/nsubj/said said/root so/advmod/said .", "The octogenarian") == "Mary Lee"


@pytest.mark.parametrize(
    ("noun", "name"), [("official", "official"), ("spokesman", "spokesman"), ("mayor", "Mary Lee")]
)
def test_somebody_without_a_position_is_no_spokesman(noun: str, name: str):
    spoken = "“ No/ccomp/said/INTJ , ” said/root Mary_Lee/nsubj/said/PERSON ."
    assert who(f"{spoken} \n “ Yes/ccomp/said/INTJ , ” the {noun}/nsubj/said said/root .", noun) == name
