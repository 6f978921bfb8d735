"""The table of evidence and weights, and the best speaker for each run of marked words."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from service.attribution.direct.context import Candidate, Choice, Run, Scene
from service.attribution.direct.evidence_table import EVIDENCE
from service.attribution.direct.quoted_passages import find_runs
from service.attribution.direct.speech import speech_probability
from service.attribution.document import Reading
from service.attribution.reporting.clauses import ReportingClause
from service.lexicon import lines

# Below this probability a run is a title, a term or a scare quote. Chosen on the labelled articles of the
# development set: a lost quotation costs an editor more than a doubtful one that carries its confidence.
_SPEECH = 0.5
# Evidence that moved the score less is not told.
_TOLD = 0.3
_MOST_TOLD = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found for a run: speech or not, and the likeliest candidate with its probability, None without any."""

    run: Run
    speech: float
    candidate: Candidate | None
    probability: float
    evidence: tuple[str, ...]

    @property
    def is_speech(self) -> bool:
        """Whether the marked words are somebody's."""
        return self.speech >= _SPEECH


def judge_runs(reading: Reading, clauses: Sequence[ReportingClause]) -> Iterator[Verdict]:
    """A verdict for each run, in reading order: who spoke last is evidence for who speaks next."""
    earlier: Choice | None = None
    for run in find_runs(reading.marks, reading.parse.text):
        if not reading.parse.within(run.start, run.end):
            # The parser found no word in it.
            continue
        scene = Scene(reading, clauses, run, earlier)
        speech = speech_probability(scene)
        verdict = _verdict(scene, speech)
        if verdict.is_speech and verdict.candidate is not None:
            earlier = Choice(run, verdict.candidate.mention)
        yield verdict


def _verdict(scene: Scene, speech: float) -> Verdict:
    if not scene.candidates:
        return Verdict(scene.run, speech, None, 0.0, ())
    scores = [_score(scene, candidate) for candidate in scene.candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    total = sum(math.exp(score - scores[best]) for score in scores)
    candidate = scene.candidates[best]
    return Verdict(scene.run, speech, candidate, 1 / total, _told(scene, candidate))


def _score(scene: Scene, candidate: Candidate) -> float:
    weights = speaker_weights()
    return sum(weights[rule.__name__] * rule(scene, candidate) for rule in EVIDENCE)


def _told(scene: Scene, candidate: Candidate) -> tuple[str, ...]:
    """The names of the rules that spoke most for the candidate, the strongest first."""
    weights = speaker_weights()
    spoke = [(weights[rule.__name__] * rule(scene, candidate), rule.__name__) for rule in EVIDENCE]
    return tuple(name for strength, name in sorted(spoke, reverse=True)[:_MOST_TOLD] if strength >= _TOLD)


@cache
def speaker_weights() -> dict[str, float]:
    """The learnt weight of each evidence function by its name."""
    return {name: float(weight) for name, weight in (line.split() for line in lines("speaker_weights"))}
