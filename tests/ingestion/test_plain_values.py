"""Titles, authors, dates, addresses and languages in one form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.domain.times import seconds_of
from service.ingestion.plain_values import (
    host_of,
    plain_address,
    plain_authors,
    plain_date,
    plain_language,
    plain_text,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Rain &amp; <b>shine</b>", "Rain & shine"),
        (" a\0b\ud800\n c\u200b ", "a b c"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<br>", None),
        ("x" * 3000, "x" * 2000),
        (7, None),
        (None, None),
    ],
)
def test_texts(value: object, text: str | None):
    assert plain_text(value) == text


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("By Mara Lind", ("Mara Lind",)),
        ("Reported by Mara Lind", ("Mara Lind",)),
        ("Mara Lind, Jon Ode and Ewa Nowik", ("Mara Lind", "Jon Ode", "Ewa Nowik")),
        ("Mara Lind, political editor", ("Mara Lind",)),
        ("Lind, Mara", ("Lind, Mara",)),
        ("Mara Lind; Mara Lind | Jon Ode & Ewa Nowik", ("Mara Lind", "Jon Ode", "Ewa Nowik")),
        ("@mara", ()),
        ("https://x.example/mara", ()),
        ("www.x.example", ()),
        ("m", ()),
        (None, ()),
    ],
)
def test_bylines(byline: object, names: tuple[str, ...]):
    assert plain_authors(byline) == names


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05-06", "2024-05-06"),
        (" 2024-05-06T10:00:00+0200 ", "2024-05-06T10:00:00+0200"),
        ("Mon, 06 May 2024 10:00:00 +0200", "2024-05-06T10:00:00+02:00"),
        ("0001-01-01", None),
        ("6 May", None),
        ("", None),
        (20240506, None),
    ],
)
def test_dates(value: object, date: str | None):
    assert plain_date(value) == date


@given(st.text(max_size=40))
def test_every_date_can_be_stored(text: str):
    date = plain_date(text)
    assert date is None or isinstance(seconds_of(date), float)


@pytest.mark.parametrize(
    ("value", "base", "address"),
    [
        ("https://x.example/a?b=c#d", None, "https://x.example/a?b=c"),
        ("//x.example/a", "http://y.example", "http://x.example/a"),
        ("a", "https://x.example/b/c", "https://x.example/b/a"),
        ("a", None, None),
        ("mailto:a@x.example", None, None),
        ("http://[x", None, None),
        ("https://x.example/a b", None, None),
        ("https://x.example/\0", None, None),
        (f"https://x.example/{'a' * 2000}", None, None),
        (" ", "https://x.example", None),
        (7, None, None),
    ],
)
def test_addresses(value: object, base: str | None, address: str | None):
    assert plain_address(value, base) == address


def test_hosts_are_one_however_a_page_is_shown():
    assert {host_of(f"https://{name}post.example/a") for name in ("", "www.", "m.", "amp.")} == {"post.example"}
    assert host_of(None) is None


@pytest.mark.parametrize(
    ("value", "tag"), [("en_GB", "en-GB"), (" en ", "en"), ("English", None), ("zh-Hant-TW", "zh-Hant-TW"), (7, None)]
)
def test_languages(value: object, tag: str | None):
    assert plain_language(value) == tag
