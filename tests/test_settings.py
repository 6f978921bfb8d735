"""Settings: from the environment, checked, documented."""

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from service.errors import SettingsError
from service.keys import Scope, new_key
from service.settings import Settings, variable

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_no_variable_means_the_defaults():
    assert Settings.from_environment({}) == Settings()


def test_variables_are_read(tmp_path: Path):
    settings = Settings.from_environment(
        {"QUOTES_MODELS": str(tmp_path), "QUOTES_PARSES": " 7 ", "QUOTES_FETCH_PRIVATE": "yes"}
    )
    assert (settings.models, settings.parses, settings.fetch_private) == (tmp_path, 7, True)


def test_variables_of_others_are_let_be():
    assert Settings.from_environment({"QUOTES_PORT": "tcp://10.0.0.1", "PARSES": "x"}) == Settings()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("QUOTES_PARSES", "0"),
        ("QUOTES_PARSES", "-1"),
        ("QUOTES_PARSES", "two"),
        ("QUOTES_PARSES", ""),
        ("QUOTES_PARSES", "²"),
        ("QUOTES_SECONDS", "1.5"),
        ("QUOTES_PROXIES", "-1"),
        ("QUOTES_FETCH_PRIVATE", "maybe"),
        ("QUOTES_CERTIFICATES", "/there/is/no/such/file"),
        ("QUOTES_MODELS", "/there/is/no/such/folder"),
        ("QUOTES_MODELS", __file__),
    ],
)
def test_wrong_values_are_named(name: str, value: str):
    with pytest.raises(SettingsError) as raised:
        Settings.from_environment({name: value})
    assert name in str(raised.value)
    assert value in str(raised.value)


def test_a_wrong_key_is_not_repeated():
    """Somebody may have set the key itself, and the line goes into a log."""
    with pytest.raises(SettingsError, match="QUOTES_API_KEYS cannot be used: key 1 is not NAME:SCOPES:HASH") as raised:
        Settings.from_environment({"QUOTES_API_KEYS": "quotes_secret"})
    assert "secret" not in str(raised.value)


def test_lists_have_spaces_between():
    _, desk = new_key("desk", [Scope.READ])
    _, feed = new_key("feed", [Scope.WRITE])
    settings = Settings.from_environment(
        {"QUOTES_API_KEYS": f" {desk.line}\n{feed.line}", "QUOTES_CORS_ORIGINS": "https://a.example https://b.example"}
    )
    assert settings.api_keys == (desk, feed)
    assert settings.cors_origins == ("https://a.example", "https://b.example")


def test_settings_do_not_change():
    with pytest.raises(FrozenInstanceError):
        Settings().parses = 3


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_the_readme_tells_of_every_setting(setting):
    row = next(line for line in README.splitlines() if line.startswith(f"| `{variable(setting.name)}`"))
    assert setting.metadata["unit"] in row
    assert setting.metadata["reason"] in row
    if setting.type is int:
        assert f"{setting.default:,}" in row
