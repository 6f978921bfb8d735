"""Articles of hand-made parses, read as far as a test needs it."""

from service.attribution.coreference.resolver import Roster
from service.attribution.direct.context import Choice, Scene
from service.attribution.direct.evidence_table import EvidenceFunction
from service.attribution.direct.quoted_passages import find_runs
from service.attribution.document import Reading
from service.attribution.pipeline import read, read_article
from service.attribution.reporting.clauses import ReportingClause, find_reporting_clauses
from service.domain.quotations import Mention, Report, Speaker
from tests.attribution.parses import article_and_parser


def reading_of(notation: str) -> Reading:
    """The article laid open."""
    return read(*article_and_parser(notation))


def report_of(notation: str) -> Report:
    """The article read to its end."""
    return read_article(*article_and_parser(notation))


def clauses_of(notation: str) -> tuple[Reading, tuple[ReportingClause, ...]]:
    """The article laid open, with its reporting clauses."""
    reading = reading_of(notation)
    return reading, find_reporting_clauses(reading)


def roster_of(notation: str) -> tuple[Reading, Roster]:
    """The article laid open, with everybody in it."""
    reading, clauses = clauses_of(notation)
    return reading, Roster(reading, clauses)


def mention_of(reading: Reading, text: str) -> Mention:
    """The first mention of this name or these words."""
    return next(mention for mention in reading.mentions if text in (mention.name, mention.span.text))


def who(notation: str, mention: str) -> str | None:
    """The name of the one that the mention stands for."""
    reading, roster = roster_of(notation)
    entry = roster.entry(mention_of(reading, mention))
    return None if entry is None else entry.name


def speakers_of(report: Report) -> list[str | None]:
    """The names of the speakers of an article's quotations, in order; None where there is none."""
    names = {speaker.id: speaker.name for speaker in report.speakers}
    return [names.get(attribution.speaker_id or "") for attribution in report.attributions]


def speaker_of(report: Report, name: str) -> Speaker:
    """The speaker of this name."""
    return next(speaker for speaker in report.speakers if speaker.name == name)


def scenes_of(notation: str) -> list[Scene]:
    """The marked words of the article, each among its surroundings; whoever is named first spoke before."""
    reading, clauses = clauses_of(notation)
    scenes: list[Scene] = []
    earlier: Choice | None = None
    for run in find_runs(reading.marks, reading.parse.text):
        scenes.append(Scene(reading, clauses, run, earlier))
        candidates = scenes[-1].candidates
        earlier = Choice(run, candidates[0].mention) if candidates else earlier
    return scenes


def spoken_for(rule: EvidenceFunction, scene: Scene) -> set[str]:
    """The candidates for whom the rule speaks."""
    return {candidate.mention.name for candidate in scene.candidates if rule(scene, candidate) > 0}
