"""How the tests are spread over parallel workers."""

from pathlib import Path

import pytest

from tests.distribution import APART, LONGEST, TOGETHER, group_of, rank_of

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("test", "group"),
    [
        ("tests/test_app.py::test_x[a::b]", "tests/test_app.py"),
        ("tests/parsing/nets/test_ends.py::test_x", "models"),
        ("tests/web/desk/test_look.py::test_x", "browser"),
        ("tests/test_growth.py::test_x[names]", "tests/test_growth.py::test_x[names]"),
    ],
)
def test_tests_run_together_by_what_they_share(test: str, group: str):
    assert group_of(test) == group


def test_the_longest_begin():
    assert rank_of("tests/parsing/test_x.py::test_x") < rank_of("tests/test_growth.py::test_x[names]")
    assert rank_of("tests/test_growth.py::test_x") < rank_of("tests/test_app.py::test_x")


def test_what_is_named_is_there():
    named = {*APART, *LONGEST, *(start for starts in TOGETHER.values() for start in starts)} - {*TOGETHER}
    assert [name for name in named if not (ROOT / name).exists()] == []
