"""JSON as values: what counts as a part, and how long others wait while a body is decoded."""

import json
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from service.web.schemas.json_values import MOST_PARTS, TooManyPartsError, value_of

# As large as a request may be by default.
SIZE = 8_388_608


@pytest.mark.parametrize(
    "value",
    [
        {"articles": [{"text": "“Yes,” she said.\n", "authors": ["a", "é", "😀"], "id": None}]},
        {"text": 'a "quoted" word, and \\ or \\" and \\\\' * 20_000},
        {"text": "[,{" * 20_000},
        ["", '"', "\\", '\\"', '"\\', 1.5, -3, True],
        ["x"] * (MOST_PARTS - 1),
    ],
)
def test_what_was_sent_is_what_is_read(value):
    for ascii_only in (True, False):
        assert value_of(json.dumps(value, ensure_ascii=ascii_only).encode()) == value


@pytest.mark.parametrize("body", [b"", b"{", b'"\\"', b'"a" "b"', b"\xff", b'{"a": 1' + b"0" * 101 + b"}"])
def test_what_is_no_json(body: bytes):
    with pytest.raises(ValueError, match=r"Expecting|Extra|Unterminated|decode|digits"):
        value_of(body)


def test_an_integer_may_be_as_long_as_any():
    assert value_of(b"9" * 100) == 10**100 - 1


@pytest.mark.parametrize(
    "body",
    [
        b"[" + b"0," * MOST_PARTS + b"0]",
        json.dumps(dict.fromkeys(map(str, range(MOST_PARTS + 1)), 0)).encode(),
        b"[" + b"[]," * MOST_PARTS + b"[]]",
        b'["\\\\",' + b'"",' * MOST_PARTS + b'""]',
        b'["\\"",' + b"{}," * MOST_PARTS + b"0]",
    ],
)
def test_what_has_too_many_parts(body: bytes):
    with pytest.raises(TooManyPartsError):
        value_of(body)


@pytest.mark.parametrize(
    "made",
    [
        lambda: json.dumps(dict.fromkeys(map(str, range(500_000)), 0)).encode(),
        lambda: b"[" + b",".join([b'{"a":' * 900 + b"1" + b"}" * 900] * (SIZE // 5405)) + b"]",
        lambda: b"[" + b",".join([b"[[[[[[]]]]]]"] * 490_000) + b"]",
        lambda: b"[" + b",".join([b"7" * 4299] * (SIZE // 4300)) + b"]",
        lambda: b'["' + rb"x\n" * (SIZE // 3) + b'"]',
        lambda: b'["' + rb"\ud83d\ude00" * (SIZE // 12) + b'"]',
        lambda: b'["' + rb"\"" * (SIZE // 2) + b'"]',
        lambda: b'["' + b"\\" * SIZE + b'"]',
        lambda: b"[1." + b"7" * SIZE + b"]",
        lambda: b" " * SIZE,
        lambda: b"[" * SIZE,
        lambda: b'"' * SIZE,
        lambda: b"\xff" * SIZE,
    ],
)
def test_nobody_waits_long_for_any_body(made: Callable[[], bytes]):
    body = made()
    began = time.thread_time()
    with suppress(ValueError, RecursionError):
        value_of(body)
    # Seven times of what the slowest takes; 0.6 to 1.2 without a limit on parts.
    assert time.thread_time() - began < 0.4
