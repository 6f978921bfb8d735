"""The table of reporting verbs: how often each verb is a cue, counted over labelled articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from service.parsing.trees import Parse
from training.attribution.corpus import LabelledReading

COMMENT = """\
Reporting verbs with the probability that one is a cue, counted over the training articles of PolNeAR 1.0.0 with
additive smoothing; known reporting verbs start from a prior of 0.5 with a weight of 2 verbs."""

_KNOWN = Path(__file__).with_name("known_verbs.txt")
_PRIOR, _PRIOR_WEIGHT = 0.5, 2.0
# A known verb is kept down to a lower probability; an unknown one must have been a cue a few times.
_LEAST_OF_KNOWN, _LEAST_OF_OTHERS, _FEWEST_CUES = 0.08, 0.12, 3
_BEFORE_BASE = frozenset(("to", "will", "would", "can", "could", "should", "may", "must", "n't", "not"))
_ENDINGS = (
    ("ied", "y"), ("ed", "e"), ("ed", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ing", "e"), ("ing", ""),
)  # fmt: skip
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class VerbUse:
    """A verb in an article: its lemma, whether that is surely its base, and whether people marked it as a cue."""

    lemma: str
    is_base: bool
    is_cue: bool


def verb_uses(labelled: LabelledReading) -> Iterator[VerbUse]:
    """Every verb of the article."""
    parse = labelled.annotated.parse
    cues = [span for attribution in labelled.labels.attributions for span in attribution.cue or ()]
    marked = {word for start, end in cues for word in parse.within(start, end)}
    for word, token in enumerate(parse.words):
        if token.pos == "VERB":
            yield VerbUse(token.lemma, _is_base(parse, word), word in marked)


def verb_table(uses: Iterable[VerbUse]) -> Mapping[str, str]:
    """The verbs that report, in alphabetical order, with their probabilities."""
    uses = tuple(uses)
    known = known_verbs()
    bases = known | {use.lemma for use in uses if use.is_base}
    base_of = {lemma: _base(lemma, known, bases) for lemma in {use.lemma for use in uses}}
    n_uses = Counter(base_of[use.lemma] for use in uses)
    n_cues = Counter(base_of[use.lemma] for use in uses if use.is_cue)
    table = {}
    for verb in sorted(known | set(n_uses)):
        prior = _PRIOR if verb in known else 0.0
        probability = (n_cues[verb] + prior * _PRIOR_WEIGHT) / (n_uses[verb] + _PRIOR_WEIGHT)
        if verb.isalpha() and _is_kept(verb in known, n_cues[verb], probability):
            table[verb] = f"{round(probability, 2):.2f}"
    return table


def known_verbs() -> frozenset[str]:
    """The verbs that start from a prior."""
    lines = _KNOWN.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _is_base(parse: Parse, word: int) -> bool:
    """Whether the lemmatizer changed the word, or the word before asks for a base form."""
    return parse.lemma(word) != parse.lower(word) or (word > 0 and parse.lower(word - 1) in _BEFORE_BASE)


def _is_kept(is_known: bool, n_cues: int, probability: float) -> bool:
    if is_known and probability >= _LEAST_OF_KNOWN:
        return True
    return n_cues >= _FEWEST_CUES and probability >= _LEAST_OF_OTHERS


def _base(lemma: str, known: frozenset[str], bases: frozenset[str]) -> str:
    """The base of a lemma that the lemmatizer left inflected."""
    if lemma in known:
        return lemma
    for ending, replacement in _ENDINGS:
        if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM:
            stem = lemma[: -len(ending)] + replacement
            if stem in bases and stem != lemma:
                return stem
            # "admitted", "quipping": the last letter is doubled.
            if len(stem) > _SHORTEST_STEM + 1 and stem[-1] == stem[-2] and stem[:-1] in bases:
                return stem[:-1]
    return lemma
