"""A title before a name and the body behind it are one position: "President Ann Lee of Norway"."""

from collections.abc import Sequence

from service.attribution.affiliations.implied.named_organizations import is_country
from service.domain.quotations import Affiliation, Mention
from service.parsing.trees import Parse


def join_around_names(parse: Parse, found: Sequence[Affiliation], mentions: Sequence[Mention]) -> list[Affiliation]:
    """The same affiliations, but a role right before a name and a body or country right behind it as one.

    "House Speaker Ann Lee of Wisconsin" is not Wisconsin's.
    """
    titles = {each.span.end: each for each in found if each.organization is None}
    bodies = {each.span.start: each for each in found if each.role is None}
    joined: dict[Affiliation, Affiliation] = {}
    for name in (mention.name_words for mention in mentions):
        if not name or name.start == 0 or name.stop == len(parse):
            continue
        title, body = titles.get(parse.words[name.start - 1].span.end), bodies.get(parse.words[name.stop].span.start)
        if title is not None and body is not None and _is_body_or_country(parse, body):
            both = parse.within(title.span.start, body.span.end)
            span = parse.span(both[0], both[-1])
            joined[title] = joined[body] = Affiliation(title.article_id, span, title.role, body.organization)
    return [joined.get(each, each) for each in found]


def _is_body_or_country(parse: Parse, behind: Affiliation) -> bool:
    is_body = any(parse.words[word].entity.endswith("ORG") for word in parse.within(behind.span.start, behind.span.end))
    return is_body or is_country(behind.organization or "")
