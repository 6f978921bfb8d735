"""The settings of one running service, read once from the environment; nothing else reads it."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from service.config.api_keys import ApiKey
from service.config.model_choice import chosen_models
from service.config.variables import READERS, unknown_variables, variable
from service.errors import SettingsError
from service.version import MODELS

# ruff: noqa: RUF009 - `_setting` makes a dataclass field, whose defaults are frozen values

_PACKAGE = Path(__file__).parent.parent
# The checkout's seeds. An installed package has no such folder beside it: there the page offers no seeds
# unless the variable names the folder, as the Dockerfile does.
_SEEDS = _PACKAGE.parent / "seeds"
_DATABASE = "sqlite:///quotes.sqlite"
# Without a slash at its end, for paths are added to it.
_PUBLIC_URL = re.compile(r"https?://[^\s/?#<>|]+(/[^\s?#<>|]*[^\s/?#<>|])?")


def _setting(default: Any, *, unit: str, reason: str, least: int = 1) -> Any:  # noqa: ANN401 - as dataclasses.field
    return field(default=default, metadata={"unit": unit, "reason": reason, "least": least})


@dataclass(frozen=True, slots=True)
class Settings:
    """What an operator may choose; a wrong value raises SettingsError."""

    models: Path = _setting(MODELS, unit="folder", reason="The Stanza models; by default those of the package.")
    seeds: Path = _setting(_SEEDS, unit="folder", reason="The sample articles offered on the page.")
    database_url: str = _setting(
        _DATABASE,
        unit="URL",
        reason="Where articles are stored: a file in the working directory, or `postgresql://…`.",
    )
    queue_url: str | None = _setting(
        None,
        unit="URL",
        reason="The queue that wakes batch workers: SQLite, PostgreSQL or Redis.",
    )
    consumers: int = _setting(
        1,
        unit="processes",
        reason="Number of batch workers started by `quotes serve`. Set 0 if `quotes work` runs elsewhere.",
        least=0,
    )
    lease_seconds: int = _setting(
        300,
        unit="seconds a line",
        reason="Longer than any article takes; after this, the line of a dead worker goes to another.",
    )
    max_batch: int = _setting(
        100_000, unit="articles a batch", reason="One day of a large agency; split anything larger."
    )
    max_batch_bytes: int = _setting(
        1_073_741_824,
        unit="bytes a batch",
        reason="The same number of articles of ten thousand characters; stored until processed.",
    )
    max_articles: int = _setting(
        20,
        unit="articles a request",
        reason="More reports than a story usually has; comparison time grows with the number.",
    )
    max_characters: int = _setting(
        100_000,
        unit="characters an article",
        reason="Ten times a long newspaper article; parsing time grows with the length.",
    )
    max_request_characters: int = _setting(
        500_000,
        unit="characters a request",
        reason="Of all its articles: a core reads this in half a minute, and an answer is due within `QUOTES_SECONDS`.",
    )
    max_bytes: int = _setting(
        8_388_608, unit="bytes a request", reason="Room for the two limits above in plain text; HTML pages are larger."
    )
    parses: int = _setting(
        2,
        unit="requests at once",
        reason="Each has a process, with a core and memory; as many more requests wait briefly, others get 503.",
    )
    reader_megabytes: int = _setting(
        1_500,
        unit="MB of memory a request",
        reason="Ordinary articles need 0.6 GB, most of which all share; a process that takes more is ended.",
    )
    seconds: int = _setting(
        60,
        unit="seconds a request",
        reason="Proxies commonly give up after 60; the service should respond first.",
    )
    torch_threads: int = _setting(
        1,
        unit="threads a parse",
        reason="More threads gain little on such small models, and take cores from other parses.",
    )
    workers: int = _setting(
        1,
        unit="processes",
        reason="Each has readers of its own, with models of 0.45 GB: one is enough for most, see `QUOTES_PARSES`.",
    )
    bind: tuple[str, ...] = _setting(
        ("127.0.0.1:8000",),
        unit="addresses and ports",
        reason="Where `quotes serve` listens; gunicorn's own option `--bind` wins.",
    )
    public_url: str | None = _setting(
        None,
        unit="URL",
        reason="Where people reach the service, such as `https://quotes.example`: messages and feeds link to its desk.",
    )
    threads: int = _setting(
        32,
        unit="threads a process",
        reason="For requests that are there: those who send or read slowly have none. More than wait for parses.",
    )
    api_keys: tuple[ApiKey, ...] = _setting(
        (), unit="lines of `quotes keys new`", reason="Who may call; without keys everyone on this machine may."
    )
    open_to_all: bool = _setting(
        False, unit="yes or no", reason="Whether every machine that can reach the service may call it without a key."
    )
    requests_a_minute: int = _setting(
        0, unit="requests of a caller", reason="Per key or else address, in each process; 0 means no limit.", least=0
    )
    proxies: int = _setting(
        0, unit="proxies in front", reason="Number of trusted proxies whose `X-Forwarded-For` is used.", least=0
    )
    hosts: tuple[str, ...] = _setting(
        (),
        unit="names",
        reason="The names in the URLs of the service, without ports. By default any; its own if it serves this machine "
        "alone, without keys or proxies.",
    )
    cors_origins: tuple[str, ...] = _setting(
        (), unit="origins", reason="Sites whose pages may call the API from a browser, such as `https://desk.example`."
    )
    fetch_seconds: int = _setting(
        10, unit="seconds a URL", reason="While a slow page is fetched, its parsing slot is lost to others."
    )
    fetch_bytes: int = _setting(5_242_880, unit="bytes a URL", reason="News pages are smaller than one megabyte.")
    fetch_private: bool = _setting(
        False,
        unit="yes or no",
        reason="Whether articles may be fetched from, and webhooks sent to, addresses that are not public.",
    )
    smtp_url: str | None = _setting(
        None,
        unit="URL",
        reason="Where e-mail is sent from, such as `smtps://user:password@mail.example`, or `smtp+starttls://…`.",
    )
    smtp_from: str | None = _setting(None, unit="address", reason="The sender of e-mail; without it, none is sent.")
    certificates: Path | None = _setting(
        None, unit="file", reason="Certificate authorities to trust when connecting to other servers."
    )

    def __post_init__(self) -> None:
        for setting in fields(self):
            value = getattr(self, setting.name)
            least = setting.metadata["least"]
            if setting.type is int and value < least:
                raise SettingsError(f"{variable(setting.name)} is {value}: it must be at least {least}.")
        if not self.bind:
            raise SettingsError(f"{variable('bind')} is empty: it must name an address and a port.")
        if self.public_url is not None and not _PUBLIC_URL.fullmatch(self.public_url):
            asked = "it must begin with https:// or http://, and not end with a slash"
            raise SettingsError(f"{variable('public_url')} is {self.public_url!r}: {asked}.")
        if (self.smtp_url is None) != (self.smtp_from is None):
            raise SettingsError(f"{variable('smtp_url')} and {variable('smtp_from')} need each other: set both.")
        if not self.models.is_dir():
            raise SettingsError(f"{variable('models')} is {str(self.models)!r}: the folder does not exist.")
        if self.certificates is not None and not self.certificates.is_file():
            raise SettingsError(f"{variable('certificates')} is {str(self.certificates)!r}: the file does not exist.")

    @property
    def queue(self) -> str:
        """The URL of the queue; by default, it is with the store."""
        if self.queue_url is not None:
            return self.queue_url
        scheme, _, place = self.database_url.partition(":")
        if scheme.partition("+")[0] != "sqlite":
            return f"{scheme.partition('+')[0]}:{place}"
        file = place.partition("?")[0].removesuffix(".sqlite")
        return f"sqlite:{file}.queue.sqlite" if file.strip("/") not in {"", ":memory:"} else "memory:"

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, *, models: Path | None = None) -> "Settings":
        """The settings of these variables, defaults where there are none; with `models`, those and no others.

        Other variables with the prefix are ignored: see `mistyped_variables`.
        """
        given: dict[str, Any] = {
            setting.name: READERS[setting.type](name, environment[name])
            for setting in fields(cls)
            if (name := variable(setting.name)) in environment
        }
        given["models"] = models or models_in_use(environment).folder
        return cls(**given)


def mistyped_variables(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """A sentence for each variable that has the prefix and is not a setting."""
    return unknown_variables(environment, (variable(setting.name) for setting in fields(Settings)))


@dataclass(frozen=True, slots=True)
class ModelsInUse:
    """The folder of the models, and why it is that one."""

    folder: Path
    reason: str


def models_in_use(environment: Mapping[str, str] = os.environ) -> ModelsInUse:
    """The models of the variable, or else those that the user chose, or else the package's.

    Raises SettingsError if those that the user chose are gone.
    """
    name, file = variable("models"), choice_file(environment)
    if name in environment:
        return ModelsInUse(Path(environment[name]), f"{name} names them")
    chosen = chosen_models(file) if file is not None else None
    if chosen is not None:
        return ModelsInUse(chosen, "`quotes models use` chose them")
    return ModelsInUse(MODELS, "they came with the package")


def choice_file(environment: Mapping[str, str] = os.environ) -> Path | None:
    """The file that keeps the user's choice of models; None for a user without a folder for such files."""
    configuration = Path(environment.get("XDG_CONFIG_HOME", ""))
    if not configuration.is_absolute():
        # As the specification has it: a relative path is not to be used.
        configuration = Path(environment.get("HOME", "")) / ".config"
    return configuration / "quotes" / "models" if configuration.is_absolute() else None
