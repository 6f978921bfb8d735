"""Father and son of one name: "John Lee Sr." and "John Lee Jr."."""

from collections.abc import Mapping, Sequence

from service.attribution.document import AnnotatedArticle
from service.domain.quotations import Mention
from service.text.names import name_words

_GENERATIONS = frozenset(("sr", "jr", "senior", "junior", "ii", "iii", "iv"))


def find_generations(annotated: AnnotatedArticle, named: Sequence[Mention]) -> Mapping[Mention, str]:
    """What follows a name to tell its bearer from another of that name in the article, as it is printed."""
    printed = {mention: text for mention in named if (text := _generation(annotated, mention)) is not None}
    forms: dict[tuple[str, ...], set[str]] = {}
    for mention, text in printed.items():
        forms.setdefault(name_words(mention.name), set()).add(_folded(text))
    return {mention: text for mention, text in printed.items() if len(forms[name_words(mention.name)]) > 1}


def _generation(annotated: AnnotatedArticle, mention: Mention) -> str | None:
    parse = annotated.parse
    following = mention.name_words.stop
    if following < len(parse) and parse.words[following].text == ",":
        following += 1
    for word in (mention.name_words.stop - 1, following):
        if word < len(parse) and _folded(parse.words[word].text) in _GENERATIONS:
            return parse.words[word].text
    return None


def _folded(text: str) -> str:
    return text.casefold().rstrip(".")
