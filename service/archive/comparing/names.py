"""Which speaker each name variant of an archive is: names that meet under a key are compared, then merged."""

from collections.abc import Iterator
from typing import Any

from service.archive.comparing.quotations import Row, number_of
from service.archive.encoding import decode, encode
from service.archive.engine import INTEGER, TEXT, TRUTH, Frame, Type, col, daft, made
from service.domain.articles import Article, ArticleField
from service.domain.quotations import ArticleAnalysis, Speaker, SpeakerKind
from service.linking.speakers.name_graph import (
    MAX_FULLER,
    NameLink,
    NameVariant,
    name_link_of,
    speakers_of,
    variants_of,
)
from service.linking.speakers.narrow_keys import narrow_keys
from service.store.links.index_keys import key_number

_VARIANT = {"variant": INTEGER, "kind": TEXT, "name": TEXT, "gender": TEXT}
DESCRIBED = {
    **{"article_id": TEXT, "speaker_id": TEXT, **_VARIANT, "speaker": TEXT, "article": TEXT},
    "together": Type.list(INTEGER),
}
_KEYS = {"key": INTEGER, "is_kept": TRUTH, "is_sought": TRUTH}
_PAIR = {"first": INTEGER, "second": INTEGER}
_LINKS = {**_PAIR, "is_shorter": TRUTH}
_MERGED = {"variant": INTEGER, "merged": INTEGER}
# More than any rule looks at around a position.
_AROUND = 200


def described(analyses: Frame) -> Frame:
    """The speakers as each article presents them, with their name variants and as much of the article as counts.

    `together` are those of the article's other variants, with larger numbers, whose names are related.
    """
    return made(analyses, _speakers_in, ["analysis"], DESCRIBED)


def together(described: Frame) -> Frame:
    """The pairs of related names that articles mention together, and how many do: they mean two people by them."""
    pairs = described.select(col("variant").alias("first"), col("together").alias("second")).explode("second")
    return pairs.where(col("second").not_null()).groupby("first", "second").agg(daft.lit(1).sum().alias("n_apart"))


def variants(speakers: Frame) -> Frame:
    """Each name variant once."""
    return speakers.select(*_VARIANT).distinct()


def name_keys(variants: Frame) -> Frame:
    """The keys of the variants: under which they are kept, under which they seek others, or both."""
    return made(variants, _keys_of, ["kind", "name", "gender"], _KEYS, beside=["variant"])


def met(keys: Frame) -> Frame:
    """The pairs of variants that meet under some of the keys, each once.

    Either of two finds the other: the one with the smaller number is asked.
    """
    kept = keys.where(col("is_kept")).select("key", col("variant").alias("other"))
    found = keys.where(col("is_sought")).select("key", "variant").join(kept, on="key")
    return found.where(col("variant") < col("other")).select("variant", "other").distinct()


def related(met: Frame, variants: Frame) -> Frame:
    """The links between variants that meet, under one key or several."""
    others = variants.select(*(col(name).alias(f"other_{name}") for name in _VARIANT))
    pairs = met.distinct().join(variants, on="variant").join(others, left_on="other", right_on="other_variant")
    both = [*_VARIANT, "other", *(f"other_{name}" for name in _VARIANT if name != "variant")]
    return made(pairs, _link, both, _LINKS)


def name_links(related: Frame, together: Frame) -> Frame:
    """The links, and how many articles mention both of the variants."""
    ends = related.with_columns({"low": _smaller("first", "second"), "high": _smaller("second", "first")})
    marked = ends.join(together, left_on=["low", "high"], right_on=["first", "second"], how="left", suffix="_apart")
    return marked.select(*_LINKS, col("n_apart").fill_null(0).cast(INTEGER).alias("n_apart"))


def leading(links: Frame) -> Frame:
    """The links without those of names that are short for more others than lead anywhere."""
    shorter = links.where(col("is_shorter")).groupby("first").agg(col("second").count().alias("n"))
    vague = shorter.where(col("n") > MAX_FULLER).select("first").with_column("is_shorter", daft.lit(True))
    return links.join(vague, on=["first", "is_shorter"], how="anti")


def merged(variants: Frame, links: Frame, components: Frame) -> Frame:
    """The speaker, by number, that each name variant is; `components` are those of the links."""
    placed = variants.join(components, left_on="variant", right_on="node", how="left")
    placed = placed.with_column("component", col("component").fill_null(col("variant")))
    names = _structs(placed, "names", tuple(_VARIANT))
    linked = links.join(components, left_on="first", right_on="node")
    ties = _structs(linked, "links", ("first", "second", "is_shorter", "n_apart"))
    return made(names.join(ties, on="component", how="left"), _merged_of, ["names", "links"], _MERGED)


def variant_of(variant: int, kind: str, name: str, gender: str | None) -> NameVariant:
    """The name variant of these columns."""
    return NameVariant(variant_id(variant), Speaker("", name, SpeakerKind(kind), gender=gender))


def _smaller(one: str, other: str) -> Frame:
    """The column `one` where the first end has the smaller number, else the column `other`."""
    return daft.functions.when(col("first") < col("second"), col(one)).otherwise(col(other))


def _structs(frame: Frame, name: str, columns: tuple[str, ...]) -> Frame:
    row = daft.functions.to_struct(**{column: col(column) for column in columns})
    return frame.select("component", row.alias(name)).groupby("component").agg(col(name).list_agg().alias(name))


def variant_id(number: int) -> str:
    """The id of a name variant by its number."""
    return f"v{number:012x}"


def _speakers_in(analysis: str) -> Iterator[Row]:
    report = decode(ArticleAnalysis, analysis)
    found = variants_of(report)
    for speaker in report.speakers:
        variant = found[speaker.id]
        article = encode(_around(speaker, report.article))
        named = number_of(variant.id), speaker.kind.value, speaker.name, speaker.gender
        related = [number_of(other.id) for other in found.values() if _are_apart(variant, other)]
        yield report.article.id, speaker.id, *named, encode(speaker), article, related


def _are_apart(variant: NameVariant, other: NameVariant) -> bool:
    return variant.id < other.id and name_link_of(variant, other, are_apart=True) is not None


def _around(speaker: Speaker, article: Article) -> Article:
    """The article, of whose text no more is left than what stands around the speaker's positions."""
    in_text = [each for each in speaker.affiliations if each.span.field is ArticleField.TEXT]
    kept = [" "] * max((each.span.end + _AROUND for each in in_text), default=0)
    for each in in_text:
        start, end = max(0, each.span.start - _AROUND), each.span.end + _AROUND
        kept[start : min(end, len(article.text))] = article.text[start:end]
    text = "".join(kept)[: len(article.text)]
    return Article(article.id, text, article.title, outlet=article.outlet, published_at=article.published_at)


def _keys_of(kind: str, name: str, gender: str | None) -> Iterator[Row]:
    keys = narrow_keys(variant_of(0, kind, name, gender).speaker)
    for key in keys.kept | keys.sought:
        yield key_number((kind, key)), key in keys.kept, key in keys.sought


def _link(*columns: Any) -> Iterator[Row]:  # noqa: ANN401 - those of two variants
    half = len(_VARIANT)
    link = name_link_of(variant_of(*columns[:half]), variant_of(*columns[half:]), are_apart=False)
    if link is not None:
        yield number_of(link.first), number_of(link.second), link.is_shorter


def _merged_of(names: list[dict[str, Any]], links: list[dict[str, Any]] | None) -> Iterator[Row]:
    ties = (
        NameLink(variant_id(one["first"]), variant_id(one["second"]), one["is_shorter"], one["n_apart"] > 0)
        for one in links or ()
    )
    found = speakers_of((variant_of(**name) for name in names), ties)
    yield from ((number_of(variant), number_of(speaker)) for variant, speaker in found.items())
