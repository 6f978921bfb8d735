"""Settings: from the environment, checked, documented."""

from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest

from service.config.api_keys import Scope, new_key
from service.config.model_choice import choose_models, choose_no_models
from service.config.settings import Settings, choice_file, mistyped_variables, models_in_use
from service.config.variables import variable
from service.errors import SettingsError
from service.version import MODELS

PAGE = (Path(__file__).parent.parent.parent / "docs" / "operate.md").read_text("utf-8")


def test_no_variable_means_the_defaults():
    assert Settings.from_environment({}) == Settings()


def test_variables_are_read(tmp_path: Path):
    settings = Settings.from_environment(
        {"QUOTES_MODELS": str(tmp_path), "QUOTES_PARSES": " 7 ", "QUOTES_FETCH_PRIVATE": "yes"}
    )
    assert (settings.models, settings.parses, settings.fetch_private) == (tmp_path, 7, True)


def test_variables_of_others_are_let_be():
    assert Settings.from_environment({"QUOTES_PORT": "tcp://10.0.0.1", "PARSES": "x"}) == Settings()


def test_mistyped_variables_are_named_with_what_was_meant():
    """Kubernetes sets some for a service of this name, and the client's commands have two."""
    of_others = ["QUOTES_PORT", "QUOTES_PORT_8000_TCP_ADDR", "QUOTES_SERVICE_HOST", "QUOTES_KEY", "PATH"]
    assert mistyped_variables(dict.fromkeys(of_others, "")) == ()
    assert mistyped_variables({"QUOTES_PARSE": "2", "QUOTES_XYZZY": ""}) == (
        "QUOTES_PARSE is not a setting: did you mean QUOTES_PARSES?",
        "QUOTES_XYZZY is not a setting and is ignored.",
    )


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
        ("QUOTES_BIND", " "),
        ("QUOTES_PUBLIC_URL", "quotes.example"),
        ("QUOTES_PUBLIC_URL", "https://quotes.example/"),
        ("QUOTES_PUBLIC_URL", "javascript:alert(1)"),
    ],
)
def test_wrong_values_are_named(name: str, value: str):
    with pytest.raises(SettingsError) as raised:
        Settings.from_environment({name: value})
    assert name in str(raised.value)
    assert value.strip() in str(raised.value)


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


@pytest.mark.parametrize(
    ("database", "queue"),
    [
        ("sqlite:///quotes.sqlite", "sqlite:///quotes.queue.sqlite"),
        ("sqlite:////var/lib/quotes/store?timeout=5", "sqlite:////var/lib/quotes/store.queue.sqlite"),
        ("postgresql+psycopg://quotes@db/quotes?sslmode=require", "postgresql://quotes@db/quotes?sslmode=require"),
        ("sqlite://", "memory:"),
        ("sqlite:///:memory:", "memory:"),
    ],
)
def test_the_queue_lies_with_the_store(database: str, queue: str):
    assert Settings(database_url=database).queue == queue
    assert Settings(database_url=database, queue_url="redis://queue").queue == "redis://queue"


def test_settings_do_not_change():
    with pytest.raises(FrozenInstanceError):
        Settings().parses = 3


def test_a_choice_of_models_holds_until_it_is_taken_back(tmp_path: Path):
    environment = {"XDG_CONFIG_HOME": str(tmp_path / "none" / "yet")}
    file = choice_file(environment)
    models = tmp_path / "other models"
    models.mkdir()
    choose_models(file, models)
    assert Settings.from_environment(environment).models == models
    assert "`quotes models use`" in models_in_use(environment).reason
    choose_no_models(file)
    assert Settings.from_environment(environment).models == MODELS
    assert "package" in models_in_use(environment).reason


def test_the_variable_wins_over_the_choice_and_a_caller_over_both(tmp_path: Path):
    for name in ("chosen", "named", "given"):
        (tmp_path / name).mkdir()
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "QUOTES_MODELS": str(tmp_path / "named")}
    choose_models(choice_file(environment), tmp_path / "chosen")
    assert Settings.from_environment(environment).models == tmp_path / "named"
    assert "QUOTES_MODELS" in models_in_use(environment).reason
    assert Settings.from_environment(environment, models=tmp_path / "given").models == tmp_path / "given"


def test_chosen_models_that_are_gone_are_named(tmp_path: Path):
    environment = {"HOME": str(tmp_path)}
    choose_models(choice_file(environment), tmp_path / "gone")
    with pytest.raises(SettingsError, match="gone"):
        Settings.from_environment(environment)


@pytest.mark.parametrize(
    ("environment", "file"),
    [
        ({"XDG_CONFIG_HOME": "/set", "HOME": "/home/ann"}, "/set/quotes/models"),
        ({"XDG_CONFIG_HOME": "relative", "HOME": "/home/ann"}, "/home/ann/.config/quotes/models"),
        ({"XDG_CONFIG_HOME": "", "HOME": "/home/ann"}, "/home/ann/.config/quotes/models"),
        ({}, None),
    ],
)
def test_the_choice_lies_where_users_keep_such_files(environment: dict[str, str], file: str | None):
    assert choice_file(environment) == (file and Path(file))


def test_a_choice_that_cannot_be_kept_or_taken_back_is_named(tmp_path: Path):
    (tmp_path / "file").touch()
    with pytest.raises(SettingsError, match="cannot be written"):
        choose_models(tmp_path / "file" / "models", tmp_path)
    with pytest.raises(SettingsError, match="cannot be removed"):
        choose_no_models(tmp_path)


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_the_readme_tells_of_every_setting(setting):
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{variable(setting.name)}`"))
    assert setting.metadata["unit"] in row
    assert setting.metadata["reason"] in row
    if setting.type is int:
        assert f"{setting.default:,}" in row


@pytest.mark.parametrize("given", [{"QUOTES_SMTP_URL": "smtps://lee:secret@mail.example"}, {"QUOTES_SMTP_FROM": "q@x"}])
def test_a_mail_server_needs_a_sender_and_its_password_is_not_repeated(given: dict[str, str]):
    with pytest.raises(SettingsError, match="QUOTES_SMTP_URL and QUOTES_SMTP_FROM need each other") as raised:
        Settings.from_environment(given)
    assert "secret" not in str(raised.value)
