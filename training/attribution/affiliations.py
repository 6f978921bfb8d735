"""Learn which nouns name a speaker's position: `python -m training.attribution.affiliations --shared ../shared`.

Learns from the labelled articles of `gold/train`: a noun beside a mention of a speaker is right where it is the head of
a role that people marked for that speaker. Prints precision and recall of the nouns over five folds, outlets kept
together, and writes the table. Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from zlib import crc32

from bench.parses import stanza_parser
from bench.scorers import load_scorers
from service.attribution.affiliations.speaker_affiliations import position_contexts
from service.attribution.affiliations.weighing.position_evidence import evidence_of
from service.attribution.coreference.entities import Entity
from service.attribution.coreference.resolver import CoreferenceResolver
from service.attribution.document import AnnotatedArticle
from service.attribution.pipeline import read
from service.attribution.reporting.clauses import find_reporting_clauses
from service.attribution.vocabulary.nouns import kinds_of_nouns, noun_lemma
from service.config.settings import Settings
from service.domain.articles import Article
from service.domain.quotations import SpeakerKind
from service.parsing.parser import Parser
from service.parsing.trees import Parse
from training.attribution.named_fits import NamedDecision, fit_named_decisions
from training.attribution.tables import PACKAGED, write_table

COMMENT = """\
Weights of the evidence for a noun naming a speaker's position (affiliations/weighing), learnt by
`python -m training.attribution.affiliations` from 250 labelled articles of world news (gold/train)."""
# Names that are seen more rarely, and smaller weights, would only make the table longer.
_FEWEST, _LEAST = 3, 0.02
_PENALTY = 1.6e-4
_N_FOLDS = 5
# The threshold of the service, for the figures that are printed.
_LEAST_PROBABILITY = 0.4
_ENDS_ROLE = frozenset(["of", "for", "at", "in", "on", "to", "with", "from", "and", "(", ",", "who", "that", "by"])

Labels = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class LabelledNoun:
    """What is seen of a noun beside a speaker, whether it names a position, and the article's outlet."""

    outlet: str
    decision: NamedDecision


def main() -> None:
    """Learn from the labelled articles, print the figures of the folds, and write the table."""
    options = _options()
    scorer = load_scorers(options.shared / "eval").gold
    parser = stanza_parser(Settings.from_environment().models, cache=options.cache)
    labelled = [
        noun
        for name, text, quotations in scorer.read(str(options.shared / "gold" / "train"))
        for noun in _labelled_nouns(Article(name, text), _roles_of(quotations), parser, scorer)
    ]
    precision, recall = _over_folds(labelled)
    print(f"{len(labelled)} nouns; five folds: precision {precision:.3f}, recall {recall:.3f}")
    weights = _fit([noun.decision for noun in labelled])
    rows = {name: f"{weight:.2f}" for name, weight in weights.items()}
    write_table(options.output / "position_weights.txt", COMMENT, rows)


def _roles_of(quotations: Sequence[Mapping[str, object]]) -> Labels:
    """The roles that people marked, by speaker; a speaker without any has none."""
    found: dict[str, list[str]] = {}
    for quotation in quotations:
        speaker, affiliations = quotation["speaker"], quotation["affiliations"]
        if quotation["speech"] and isinstance(speaker, str) and isinstance(affiliations, list):
            found.setdefault(speaker, [each["role"] for each in affiliations if each.get("role")])
    return found


def _labelled_nouns(article: Article, labels: Labels, parser: Parser, scorer: ModuleType) -> Iterator[LabelledNoun]:
    annotated = read(article, parser)
    resolver = CoreferenceResolver(annotated, find_reporting_clauses(annotated))
    outlet = article.id.rpartition("_")[0]
    for speaker, roles in labels.items():
        entity = _entity_of(resolver.entities, speaker, scorer)
        if entity is None or entity.kind in (SpeakerKind.ORGANIZATION, SpeakerKind.DOCUMENT):
            continue
        right = _role_nouns(annotated, entity, roles)
        for context in position_contexts(annotated, entity.mentions):
            yield LabelledNoun(outlet, NamedDecision(evidence_of(context), context.word in right))


def _entity_of(entities: Sequence[Entity], speaker: str, scorer: ModuleType) -> Entity | None:
    """The entity that bears the labelled name; of several, the one of just these words that is mentioned most."""
    fitting = [
        entity
        for entity in entities
        if entity.mentions and any(scorer.same_name(form, speaker) for form in _forms(entity))
    ]
    words = scorer.words(speaker)
    return max(fitting, key=lambda each: (scorer.words(each.name) == words, len(each.mentions)), default=None)


def _forms(entity: Entity) -> Sequence[str]:
    return [entity.name] if entity.kind is SpeakerKind.PERSON else [entity.name, *entity.forms]


def _role_nouns(annotated: AnnotatedArticle, entity: Entity, roles: Sequence[str]) -> frozenset[int]:
    """The heads of the marked roles, in the sentences that mention the speaker."""
    parse = annotated.parse
    return frozenset(
        _head_of_role(parse, words)
        for sentence in {mention.sentence for mention in entity.mentions}
        for role in roles
        for words in _occurrences(parse, role, sentence)
    )


def _occurrences(parse: Parse, text: str, sentence: int) -> Iterator[range]:
    span = parse.sentences[sentence].span
    start = parse.text.find(text, span.start, span.end)
    while start >= 0:
        if words := parse.within(start, start + len(text)):
            yield words
        start = parse.text.find(text, start + 1, span.end)


def _head_of_role(parse: Parse, role: range) -> int:
    """The noun before the first preposition, or the last word."""
    for word in role:
        is_last = word + 1 == role.stop
        if parse.words[word].pos not in ("NOUN", "PROPN", "ADJ", "VERB") or not (
            is_last or parse.lower(word + 1) in _ENDS_ROLE
        ):
            continue
        is_person = bool(kinds_of_nouns(noun_lemma(parse, word)) & {"role", "group"})
        if is_last or is_person or parse.lower(word + 1) != "and":
            return word
    return role.stop - 1


def _over_folds(labelled: Sequence[LabelledNoun]) -> tuple[float, float]:
    n_found = n_right = 0
    for number in range(_N_FOLDS):
        weights = _fit([noun.decision for noun in labelled if _fold(noun.outlet) != number])
        for noun in labelled:
            if _fold(noun.outlet) == number and _probability(weights, noun.decision.names) >= _LEAST_PROBABILITY:
                n_found += 1
                n_right += noun.decision.is_yes
    return n_right / max(1, n_found), n_right / max(1, sum(noun.decision.is_yes for noun in labelled))


def _fold(outlet: str) -> int:
    return crc32(outlet.encode()) % _N_FOLDS


def _fit(decisions: Sequence[NamedDecision]) -> dict[str, float]:
    return fit_named_decisions(decisions, fewest=_FEWEST, penalty=_PENALTY, least=_LEAST)


def _probability(weights: Mapping[str, float], names: Sequence[str]) -> float:
    return 1 / (1 + math.exp(-weights["always"] - sum(weights.get(name, 0.0) for name in names)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("..") / "shared", help="folder of articles and scorers")
    parser.add_argument("--cache", type=Path, default=Path("build") / "attribution" / "parses", help="kept parses")
    parser.add_argument("--output", type=Path, default=PACKAGED, help="folder that the table goes to")
    return parser.parse_args()


if __name__ == "__main__":
    main()
