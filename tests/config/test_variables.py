"""The environment variables, by their names and texts."""

from pathlib import Path

import pytest

from service.config.variables import READERS, unknown_variables, variable
from service.errors import SettingsError


def test_a_setting_is_read_from_a_variable_of_its_name():
    assert variable("queue_url") == "QUOTES_QUEUE_URL"


def test_a_mistyped_variable_is_told_with_the_one_that_is_meant():
    assert unknown_variables(["QUOTES_QUEU_URL"], ["QUOTES_QUEUE_URL"]) == (
        "QUOTES_QUEU_URL is not a setting: did you mean QUOTES_QUEUE_URL?",
    )


@pytest.mark.parametrize("name", ["QUOTES_QUEUE_URL", "PATH", "QUOTES_SERVER", "QUOTES_PORT_8000_TCP_ADDR"])
def test_known_variables_and_those_of_others_are_in_order(name: str):
    assert unknown_variables([name], ["QUOTES_QUEUE_URL"]) == ()


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (int, " 8 ", 8),
        (bool, "yes", True),
        (bool, "no", False),
        (Path, "/a", Path("/a")),
        (tuple[str, ...], "a b", ("a", "b")),
    ],
)
def test_texts_are_read_by_the_type_of_the_setting(kind: object, text: str, value: object):
    assert READERS[kind]("X", text) == value


@pytest.mark.parametrize(("kind", "text"), [(int, "eight"), (int, "-1"), (int, "٣"), (bool, "true")])
def test_a_text_that_cannot_be_read_is_refused_with_the_variables_name(kind: object, text: str):
    with pytest.raises(SettingsError, match="QUOTES_X is"):
        READERS[kind]("QUOTES_X", text)
