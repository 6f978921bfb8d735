"""Which of the names in an article a common noun stands for: "the company", "the council", "the country"."""

from collections import Counter
from functools import cache, lru_cache

from service.lexicon import families, words
from service.parsing.trees import Parse

# How often an article names its country at least, and how many times as often as the next.
_FEWEST, _LEAD = 3, 2
# The same for whoever is only called "the president", where another country is named repeatedly: of seven that were
# given a wrong country, six were in articles about two.
_LEAD_OF_OFFICE = 5
_ARTICLES = ("the ", "The ")
_COUNTRY = ("country", "nation")


def organization_named(parse: Parse, noun: str) -> str | None:
    """The name for which the noun stands; None if none in the article fits.

    A company need not have the noun in its name; but the one that was named last is as often another one.
    """
    return country_of(parse) if noun in _COUNTRY else institution_of(parse, (noun,))


def is_country(name: str) -> bool:
    """Whether the name is that of a country."""
    return name.casefold() in _countries()


@lru_cache(maxsize=4096)
def countries_in(text: str) -> frozenset[str]:
    """The countries that the text names, by a noun or an adjective, each by one word for all."""
    parts = text.casefold().replace("’s", "").replace("'s", "").split()
    runs = (" ".join(parts[start:end]) for end in range(len(parts) + 1) for start in range(max(0, end - 3), end))
    countries = _countries()
    return frozenset(countries[run] for each in runs for run in (each, each.strip(".,;:()")) if run in countries)


def country_of(parse: Parse) -> str | None:
    """The country that the article names often, and far more often than any other: "the country"."""
    country, n, n_next = _most_named(parse)
    return country if n >= _FEWEST and n >= _LEAD * n_next else None


def country_of_office(parse: Parse) -> str | None:
    """The country of "the president": the only one that the article names repeatedly, or nearly so."""
    country, n, n_next = _most_named(parse)
    return country if n >= _FEWEST and (n_next <= 1 or n >= _LEAD_OF_OFFICE * n_next) else None


@lru_cache(maxsize=4)
def _most_named(parse: Parse) -> tuple[str | None, int, int]:
    """The country named most often, if by its name at all; how often it and the next are."""
    named: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for name, kind in _names(parse):
        if kind not in ("LOC", "NORP"):
            continue
        country = _countries().get(name.casefold())
        if country is not None:
            counts[country] += 1
            if kind == "LOC":
                named.setdefault(country, name)
    (country, n), (_, n_next) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    return named.get(country), n, n_next


@lru_cache(maxsize=64)
def institution_of(parse: Parse, kinds: tuple[str, ...]) -> str | None:
    """The institution of one of the kinds that the article names most often; of several, the one named first."""
    wanted = frozenset(kinds)
    names = Counter(
        name
        for name, kind in _names(parse)
        if kind in ("ORG", "LOC") and " " in name and not wanted.isdisjoint(name.casefold().split())
        if name.casefold() not in words("organizations/misnomers")
    )
    return max(names, key=lambda name: names[name], default=None)


# The last articles: all speakers of one are read in a row.
@lru_cache(maxsize=4)
def _names(parse: Parse) -> tuple[tuple[str, str], ...]:
    """The names of the article's entities, without articles and possessives, each with its kind."""
    return tuple((_bare(parse.span(first, last).text), kind) for first, last, kind in parse.entities())


def _bare(name: str) -> str:
    for article in _ARTICLES:
        name = name.removeprefix(article)
    return name.removesuffix("’s").removesuffix("'s")


@cache
def _countries() -> dict[str, str]:
    """Each word for a country to its first."""
    return {name: country[0] for country in families("places/countries") for name in country}
