"""An analysis made by hand, and the app around a fake of the use cases."""

import os
import re
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from service.application.dependencies import Dependencies, Limits
from service.application.use_cases import UseCases
from service.config.settings import Settings
from service.domain.articles import Article, Span
from service.domain.conflicts import (
    Analysis,
    Claim,
    Conflict,
    ConflictKind,
    DiffOp,
    DiffStep,
    Evidence,
    Severity,
    Statement,
)
from service.domain.queries import AnalysisOptions
from service.domain.quotations import (
    Affiliation,
    Attribution,
    Quotation,
    QuotationKind,
    Speaker,
    SpeakerKind,
    Unattributed,
)
from service.errors import ArticleError
from service.ingestion.submissions import Submission, articles_of
from tests.distribution import ByGroup, rank_of
from tests.services import service_app
from tests.store.postgresql import programs, running

# What makes a test slow, beside the marks `model` and `http`: fixtures that start something or build models.
_SLOW_FIXTURES = {"postgresql_url", "browser", "tiny_models"}
_SLOW_FILE = re.compile(r"^pytestmark = (?:\[\n? *)?pytest\.mark\.(?:http|model|slow)\b", re.MULTILINE)
# What only slow tests may do, by Python's own name for it.
_STARTS = {"os.fork", "os.forkpty", "os.posix_spawn", "socket.bind", "subprocess.Popen"}
_may_start = True
# What the tests store lies in memory where there is room: a disk takes milliseconds to confirm each transaction.
_MEMORY, _ROOM = Path("/dev/shm"), 4 * 2**30


def pytest_configure() -> None:
    """Name the folder of temporary folders; not one that may not hold programs, such as an environment's Python."""
    if _MEMORY.is_dir() and os.access(_MEMORY, os.W_OK):
        disk = os.statvfs(_MEMORY)
        if disk.f_bavail * disk.f_frsize >= _ROOM and not disk.f_flag & os.ST_NOEXEC:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """A file of slow tests is not even imported for the others: torch and Schemathesis take seconds."""
    if config.option.markexpr != "not slow" or collection_path.suffix != ".py":
        return None
    return _SLOW_FILE.search(collection_path.read_text("utf-8")) is not None or None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what `make quick` leaves out, and begin with the longest."""
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        on_postgresql = "postgresql" in getattr(getattr(item, "callspec", None), "id", "")
        marked = any(item.get_closest_marker(name) for name in ("model", "http"))
        if marked or on_postgresql or fixtures & _SLOW_FIXTURES:
            item.add_marker("slow")
    items.sort(key=lambda item: rank_of(item.nodeid))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Parallel workers run together what shares something."""
    return ByGroup(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, object, object]:
    """Only a slow test may start a process or a server: that is what `make quick` promises."""
    global _may_start
    _may_start = item.get_closest_marker("slow") is not None
    return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """To end what is there for all tests, PostgreSQL's own program is started, after whichever test."""
    global _may_start
    try:
        return (yield)
    finally:
        _may_start = True


def _watch(event: str, _: tuple[object, ...]) -> None:
    if event in _STARTS and not _may_start:
        raise AssertionError(f"{event}: a test that starts a process or a server is marked `slow`")


sys.addaudithook(_watch)


def pytest_make_parametrize_id(val: object) -> str | None:
    """API keys are made by chance, and parallel workers must collect tests of the same names."""
    return re.sub(r"quotes_[\w-]+", "KEY", val) if isinstance(val, str) and "quotes_" in val else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A parallel worker can send valid Unicode only, and tests log half surrogate pairs."""
    report = yield
    report.sections = [(name, text.encode("utf-8", "replace").decode()) for name, text in report.sections]
    return report


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """Of a server that was started for the tests, or that is named by QUOTES_TEST_POSTGRESQL."""
    if "QUOTES_TEST_POSTGRESQL" in os.environ:
        yield os.environ["QUOTES_TEST_POSTGRESQL"]
        return
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed here: on Debian, `apt-get install postgresql`")
    with running(folder) as url:
        yield url


MORNING = Article(
    id="morning",
    title="Harbour plan",
    outlet="The Morning Example",
    text="Harbour plan\n\n"
    "“We will build the bridge,” said Ana Ruiz, director of the Port Office, “before May.”\n\n"
    "She called it a “gift” to the city. Ruiz said that the money was there.",
)
EVENING = Article(
    id="evening",
    text="“We will not build the bridge before May,” Ana Ruiz, the Port Office’s former director, told "
    "<b>reporters</b>.",
)


def span(article: Article, words: str) -> Span:
    """The first place of the words."""
    start = article.text.index(words)
    return article.span(start, start + len(words))


def quotation(
    article: Article, *parts: str, kind: QuotationKind = QuotationKind.DIRECT, is_speech: bool = True
) -> Quotation:
    """The quotation of these parts."""
    spans = tuple(span(article, part) for part in parts)
    return Quotation(f"{article.id}:{spans[0].start}", article.id, kind, spans, is_speech)


def _attributions() -> tuple[Attribution, ...]:
    said = quotation(MORNING, "We will build the bridge,", "before May.")
    told = quotation(EVENING, "We will not build the bridge before May,")
    gift = quotation(MORNING, "gift", kind=QuotationKind.MIXED, is_speech=False)
    money = quotation(MORNING, "that the money was there", kind=QuotationKind.INDIRECT)
    return (
        Attribution(
            said, span(MORNING, "said"), span(MORNING, "Ana Ruiz"), "s1", None, 0.97, ("subject_of_cue",), ("s1",)
        ),
        Attribution(gift, unattributed_because=Unattributed.NOT_SPEECH, confidence=0.8),
        Attribution(money, span(MORNING, "said that"), span(MORNING, "Ruiz said"), "s1", None, 0.9),
        Attribution(told, span(EVENING, "told"), span(EVENING, "Ana Ruiz"), "s1", None, 0.95, ("subject_of_cue",)),
    )


def _affiliations() -> tuple[Affiliation, ...]:
    return (
        Affiliation("morning", span(MORNING, "director of the Port Office"), "director", "Port Office"),
        Affiliation("evening", span(EVENING, "the Port Office’s former director"), "former director", "Port Office"),
    )


def _claim(article: Article, words: str, quotation_id: str | None) -> Claim:
    return Claim(words, (Evidence(article.id, quotation_id, span(article, words)),))


def _conflicts(said: Quotation, told: Quotation) -> tuple[Conflict, ...]:
    first, second = _affiliations()
    posts = (_claim(MORNING, first.span.text, None), _claim(EVENING, second.span.text, None))
    wordings = (
        Claim(said.text, tuple(Evidence("morning", said.id, part) for part in said.parts)),
        _claim(EVENING, told.text, told.id),
    )
    steps = (
        DiffStep(DiffOp.EQUAL, "We will", "We will"),
        DiffStep(DiffOp.INSERT, "", "not"),
        DiffStep(DiffOp.EQUAL, "build the bridge, before May.", "build the bridge before May,"),
    )
    high, medium = Severity.HIGH, Severity.MEDIUM
    return (
        Conflict(
            "c1",
            ConflictKind.WORDING,
            high,
            "t1",
            None,
            "One report has “not”, the other has not.",
            wordings,
            steps,
        ),
        Conflict("c2", ConflictKind.AFFILIATION, medium, None, "s1", "Ana Ruiz is, or was, director.", posts, None),
    )


@pytest.fixture
def analysis() -> Analysis:
    """Two reports of one statement, with two conflicts, a scare quote and indirect speech."""
    attributions = _attributions()
    said, _, money, told = (attribution.quotation for attribution in attributions)
    return Analysis(
        articles=(MORNING, EVENING),
        attributions=attributions,
        speakers=(Speaker("s1", "Ana Ruiz", SpeakerKind.PERSON, ("Ruiz",), _affiliations()),),
        statements=(
            Statement("t1", (said.id, told.id), ("s1",), told.text),
            Statement("t2", (money.id,), ("s1",), money.text),
        ),
        conflicts=_conflicts(said, told),
    )


class CannedUseCases(UseCases):
    """Answers with one analysis, or one error, whatever articles are handed in; they must be readable."""

    def __init__(
        self, answer: Analysis | Exception, *, seeds: tuple[Submission, ...] = (), is_ready: bool = True
    ) -> None:
        self._answer = answer
        self.options: AnalysisOptions | None = None
        self._given_seeds = seeds
        self._dependencies = Dependencies(parts={"models": lambda: is_ready})
        self._limits = Limits()

    def analyse_submissions(
        self,
        submissions: Sequence[Submission],
        *,
        on_article: Callable[[Article], None] | None = None,
        options: AnalysisOptions | None = None,
    ) -> Analysis:
        self.options = options
        if not submissions:
            raise ArticleError("The batch has no articles.")
        articles_of(submissions)
        if isinstance(self._answer, Exception):
            raise self._answer
        return self._answer

    def seeds(self) -> tuple[Submission, ...]:
        return self._given_seeds


@pytest.fixture(scope="session", autouse=True)
def no_choice_of_models(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Who runs the tests may have chosen other models."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration")))
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings whose folders are there."""
    return replace(Settings(), seeds=tmp_path)


@pytest.fixture
def app(settings: Settings, analysis: Analysis) -> Flask:
    """The app with an analysis of its own."""
    seeds = tuple(Submission(article.id, article.text) for article in analysis.articles)
    return service_app(settings, CannedUseCases(analysis, seeds=seeds))


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client of the app."""
    return app.test_client()
