"""One of several who speaks without a noun: "one said", "said another", "added a third"."""

from service.attribution.vocabulary.reporting_verbs import is_sure_cue
from service.lexicon import words
from service.parsing.trees import Parse


def is_one_of_several(parse: Parse, word: int) -> bool:
    """Whether one of several acts by the verb beside, without a noun."""
    verb = parse.head(word)
    if parse.lower(word) not in words("grammar/one_of_several") or verb is None or not parse.is_verbal(verb):
        return False
    if parse.lower(word) == "one" and not _is_past(parse, verb):
        # "one recalls", "one can say": that is anybody.
        return False
    if parse.relation(word) == "nsubj":
        return True
    first = word - len(parse.children(word, "det"))
    return parse.relation(word) in ("obj", "iobj") and first == verb + 1 and is_sure_cue(parse, verb)


def _is_past(parse: Parse, verb: int) -> bool:
    form = parse.lower(verb)
    return form != parse.lemma(verb) and not form.endswith(("s", "ing")) and not parse.children(verb, "aux")
