"""Names as different outlets print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.text.names import (
    bare,
    fuller_description,
    fullest,
    is_short_form,
    misspells,
    name_words,
    same_person,
    same_spelling,
    with_generation,
)

SAME = [
    ("Kim Jong Un", "Kim Jong-un"),
    ("Kim Jong Un", "Kim Jongun"),
    ("Kim Jong Eun", "Kim Jong-un"),
    ("Putin", "Vladimir Putin"),
    ("Vladimir Putin", "Vladimir V. Putin"),
    ("President Putin", "Vladimir Putin"),
    ("Mr. Putin", "Vladimir V. Putin"),
    ("Yoon Seok-yeol", "Yoon Suk Yeol"),
    ("Chung Sang-chang", "Cheong Seong-chang"),
    ("Abdel Hakim", "Abdel Hakim Muhammad Saleh"),
    ("Abdel Hakim Mohamed Saleh", "Abdel Hakim Muhammad Saleh"),
    ("Aline Mutesi Uwase", "Aline Uwase Mutesi"),
    ("James DJ Brown", "James D.J. Brown"),
    ("James Brown", "James D.J. Brown"),
    ("R.K. Sharma", "Rajesh Kumar Sharma"),
    ("Bill Clinton", "William Jefferson Clinton"),
    ("Joe Biden", "Joseph R. Biden Jr."),
    ("Zelenskyy", "Volodymyr Zelensky"),
    ("Muammar Gaddafi", "Moammar Gadhafi"),
    ("López Obrador", "Andrés Manuel López Obrador"),
    ("Shinzo Abe", "Abe Shinzo"),
    ("Jong-un", "Kim Jong Un"),
    ("Russian President Vladimir Putin", "Putin"),
    ("Xi", "Xi Jinping"),
    ("von der Leyen", "Ursula von der Leyen"),
    ("Sergey Lavrov", "Sergei Lavrov"),
    ("Recep Tayyip Erdoğan", "Erdogan"),
    ("Søren Møller", "Soren Moller"),
]
OTHERS = [
    ("Tongfi Kim", "Kim Jong Un"),
    ("Mona Saleh", "Abdel Hakim Saleh"),
    ("Koh Yu-hwan", "Chung Sang-chang"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Yo Jong", "Kim Jong Un"),
    ("Maria Rossi", "Mario Rossi"),
    ("Paul Martin", "Paula Martin"),
    ("Tom Becker", "Rita Becker"),
    ("Lee Yong-joon", "Lee Jae-myung"),
    ("Hernandez", "Fernandez"),
    ("John Smith", "Joan Smith"),
    ("George W. Bush", "George H.W. Bush"),
    ("Charles II", "Charles III"),
    ("", "Putin"),
]


@pytest.mark.parametrize(("name", "other"), SAME)
def test_forms_of_one_name_meet(name, other):
    assert same_person(name, other)
    assert same_person(other, name)


@pytest.mark.parametrize(("name", "other"), OTHERS)
def test_two_people_stay_two(name, other):
    assert not same_person(name, other)
    assert not same_person(other, name)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Russian President Vladimir Putin", "Vladimir Putin"),
        ("US Secretary of State Antony Blinken", "Antony Blinken"),
        ("Secretary-General António Guterres", "António Guterres"),
        ("Prof. Dr. Hans Müller, PhD", "Hans Müller"),
        ("Mr Okoro’s", "Okoro"),
        ("the ministry", "ministry"),
        ("President", "President"),
        ("Martin Luther King", "Martin Luther King"),
        ("the ", "the"),
    ],
)
def test_titles_and_articles_come_off_but_never_the_whole_name(name, expected):
    assert bare(name) == expected


def test_words_are_folded():
    assert name_words("Dr. José-María O’Neill") == ("jose", "maria", "oneill")


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Kim", "Kim Jong Un", True),
        ("Kim Jong Un", "Kim", False),
        ("Kim Jong Un", "Kim Jong-un", False),
        ("Abdel Hakim", "Abdel Hakim Muhammad Saleh", True),
        ("Mutesi", "Aline Mutesi Uwase", True),
        ("J. Brown", "James Brown", True),
        ("UNHCR", "United Nations High Commissioner for Refugees", True),
        ("KCNA", "Korean Central News Agency", True),
        ("J", "James Brown", False),
        ("Smith", "Smith", False),
    ],
)
def test_short_forms(short, full, expected):
    assert is_short_form(short, full) is expected


@pytest.mark.parametrize(
    ("word", "other", "expected"),
    [("seok", "suk", True), ("muhammad", "mohamed", True), ("un", "il", False), ("a", "b", False)],
)
def test_spellings_of_one_word(word, other, expected):
    assert same_spelling(word, other) is expected


@pytest.mark.parametrize(
    ("word", "full", "expected"),
    [
        ("Linderson", "Ann Linderston", True),
        ("Mkulu", "Ann Mkula", True),
        ("Linderson", "Linderston", False),
        ("Winderston", "Ann Linderston", False),
        ("Lee", "Ann Leo", False),
        ("Ann Linderson", "Ann Linderston", False),
    ],
)
def test_a_surname_with_a_letter_wrong(word: str, full: str, expected: bool):
    assert misspells(word, full) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr Bo Lee Jr.", "Bo Lee Jr."),
        ("Bo Lee, Sr", "Bo Lee Sr"),
        ("Bo Lee III", "Bo Lee III"),
        ("Dr Bo Lee", "Bo Lee"),
    ],
)
def test_a_generation_belongs_to_the_name(name: str, expected: str):
    assert with_generation(name) == expected
    assert fullest(["Bo Lee", expected]) == expected


def test_the_fullest_form_has_most_words_then_most_letters():
    assert fullest(["Putin", "Vladimir V. Putin", "Vladimir Putin"]) == "Vladimir V. Putin"
    assert fullest(["V. Putin", "Vladimir Putin"]) == "Vladimir Putin"


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_names_compare_alike_from_both_sides(name, other):
    assert same_person(name, other) == same_person(other, name)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (["police", "Delta police", "new Delta police"], "Delta police"),
        (["police", "army"], "police"),
        (["police", "police in the old and quiet port of Delta"], "police"),
    ],
)
def test_a_fuller_description_holds_the_first(forms: list[str], expected: str):
    assert fuller_description(forms) == expected
