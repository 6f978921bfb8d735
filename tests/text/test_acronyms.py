"""Acronyms, and the names that they stand for."""

import pytest

from service.text.acronyms import acronyms, is_acronym, letters_of_name, letters_of_words, shortens_office


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("AUDA-NEPAD", "African Union Development Agency", True),
        ("U.N.", "United Nations", True),
        ("OECD", "Organisation for Economic Cooperation and Development", True),
        ("YFN", "Yukon First Nations Council (YFN)", True),
        ("RISc", "Riverside Institute of Science", True),
        ("RISt", "Riverside Institute of Science", False),
        ("RISc", "Riverside Institute", False),
        ("Who", "World Health Organization", False),
        ("A", "Agency", False),
    ],
)
def test_acronyms(short, full, expected):
    assert is_acronym(short, full) is expected


def test_a_name_and_its_acronym_share_a_key():
    assert acronyms("World Food Fund") & acronyms("WFF") == {"wff"}


def test_the_letters_of_an_acronym_are_those_of_the_words():
    assert letters_of_name("AUDA-NEPAD") == {"auda-nepad", "auda", "nepad", "audanepad"}
    assert letters_of_words("the Institute of Food (IFF)") == {"tiof", "if", "iff"}
    assert letters_of_name("RISc") == {"risc", "ris"}
    assert letters_of_name("Rivendale Trust") == {"rivendaletrust"}
    assert not letters_of_name(". ")


@pytest.mark.parametrize(
    ("short", "role", "expected"),
    [
        ("DSO", "district safety officer", True),
        ("DSO", "district safety officer of the town", True),
        ("SP", "superintendent of police", True),
        ("DSO", "director of studies", False),
        ("Dso", "district safety officer", False),
    ],
)
def test_the_letters_of_an_office(short, role, expected):
    assert shortens_office(short, role) is expected
