"""Utterances to attributions: mentions become speakers, with what the article says that they are."""

from hashlib import sha256

from service.attribution.affiliations.affiliations import distinct_posts
from service.attribution.calibration import confidence
from service.attribution.coreference.entities import Entry
from service.attribution.coreference.resolver import Roster
from service.attribution.direct.ranking import judge_runs
from service.attribution.document import Reading
from service.attribution.reporting.clauses import find_reporting_clauses
from service.attribution.utterances import Utterance, find_utterances
from service.domain.quotations import Attribution, Quotation, Report, Speaker, Unattributed

# Under this probability of the best candidate the answer is "ambiguous" and not a guess.
_LEAST_CONFIDENCE = 0.2


def attribute(reading: Reading) -> Report:
    """Every quotation of the article with its speaker, or with the reason why it has none."""
    clauses = find_reporting_clauses(reading)
    roster = Roster(reading, clauses)
    utterances = find_utterances(reading, tuple(judge_runs(reading, clauses)))
    entries = {i: _entry(roster, utterance) for i, utterance in enumerate(utterances)}
    speakers = {
        entry: _speaker(reading, entry)
        for entry in dict.fromkeys(entry for entry in entries.values() if entry is not None)
    }
    attributions = tuple(
        _attribution(reading, utterance, None if (entry := entries[i]) is None else speakers[entry])
        for i, utterance in enumerate(utterances)
    )
    return Report(reading.article, attributions, tuple(speakers.values()))


def _entry(roster: Roster, utterance: Utterance) -> Entry | None:
    if not utterance.is_speech or utterance.mention is None or utterance.confidence < _LEAST_CONFIDENCE:
        return None
    return roster.entry(utterance.mention)


def _attribution(reading: Reading, utterance: Utterance, speaker: Speaker | None) -> Attribution:
    article = reading.article
    quotation = Quotation(
        id=_id("q", article.id, *(f"{part.start}-{part.end}" for part in utterance.parts)),
        article_id=article.id,
        kind=utterance.kind,
        parts=utterance.parts,
        is_speech=utterance.is_speech,
    )
    return Attribution(
        quotation=quotation,
        cue=utterance.cue,
        mention=utterance.place,
        speaker_id=None if speaker is None else speaker.id,
        unattributed_because=None if speaker is not None else _reason(utterance),
        confidence=round(_confidence(utterance), 4),
        evidence=utterance.evidence,
    )


def _confidence(utterance: Utterance) -> float:
    """Calibrated where somebody is named; that words are no speech, or nobody's, is as sure as the evidence says."""
    if utterance.mention is None:
        return utterance.confidence
    return confidence(utterance.kind, utterance.confidence)


def _reason(utterance: Utterance) -> Unattributed:
    if not utterance.is_speech:
        return Unattributed.NOT_SPEECH
    return Unattributed.NO_MENTION if utterance.mention is None else Unattributed.AMBIGUOUS


def _speaker(reading: Reading, entry: Entry) -> Speaker:
    first = min(mention.span.start for mention in entry.mentions)
    return Speaker(
        id=_id("s", reading.article.id, entry.name, str(first)),
        name=entry.name,
        kind=entry.kind,
        aliases=tuple(form for form in entry.forms if form != entry.name),
        affiliations=distinct_posts(entry.affiliations),
        gender=entry.gender,
    )


def _id(prefix: str, *content: str) -> str:
    return prefix + sha256("\x1f".join(content).encode("utf-8", "surrogatepass")).hexdigest()[:16]
