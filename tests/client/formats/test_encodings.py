"""Bytes to text."""

import codecs

import pytest

from quotes_client.formats.encodings import decoded
from quotes_client.formats.found import UnreadableError

TEXT = "“É,” said Núñez."


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (TEXT.encode(), None),
        (codecs.BOM_UTF8 + TEXT.encode(), "cp1252"),
        (TEXT.encode("utf-16"), None),
        (TEXT.encode("utf-32"), None),
        (TEXT.encode("cp1252"), "iso-8859-1"),
        (TEXT.encode(), "no-such-charset"),
        (TEXT.encode(), "base64"),
    ],
)
def test_encodings_that_are_said(content: bytes, charset: str | None):
    assert decoded(content, charset=charset) == TEXT


@pytest.mark.parametrize("head", ['<meta charset="cp1251">', '<?xml version="1.0" encoding="windows-1251"?>'])
def test_documents_say_theirs_themselves(head: str):
    assert decoded((head + "да").encode("cp1251")) == head + "да"


@pytest.mark.parametrize("content", [b"a\0b", bytes(range(1, 256)) * 3])
def test_what_is_not_a_text(content: bytes):
    with pytest.raises(UnreadableError, match="is not a text"):
        decoded(content)


def test_a_mark_that_does_not_fit_is_only_bytes():
    assert decoded(codecs.BOM_UTF16_LE + b"a").startswith("ÿþ")
