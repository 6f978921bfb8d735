"""How likely a conflict is real: the share of those of its class and severity that were, in labelled stories."""

from service.domain.conflicts import ConflictClass, Severity
from service.lexicon import weights


def probability_of(class_: ConflictClass, severity: Severity) -> float:
    """By class and severity; of a class that the stories do not have, by severity alone."""
    shares = weights("models/linking/conflict_probabilities")
    return shares.get(f"{class_}.{severity}", shares[severity])
