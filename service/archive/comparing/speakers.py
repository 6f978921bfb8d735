"""The speakers over all articles, with what these say that they are, and the conflicts over it."""

from collections.abc import Iterator
from typing import Any

from service.archive.comparing.quotations import Row
from service.archive.encoding import decode, encode
from service.archive.engine import INTEGER, TEXT, Frame, Type, col, daft, made
from service.domain.articles import Article
from service.domain.quotations import Speaker
from service.linking.conflicts.conflicts import conflicts_of_speaker
from service.linking.speakers.merging import merged_speaker

SPEAKERS = {"id": TEXT, "speaker": TEXT, "n_positions": INTEGER, "conflicts": Type.list(TEXT)}
_MEMBER = ("speaker", "article")


def speaker_id(number: int) -> str:
    """The id of a speaker over all articles."""
    return f"s{number:012x}"


def members(described: Frame, merged: Frame) -> Frame:
    """The speakers of articles with the one over all articles that they are."""
    return described.join(merged, on="variant").select("merged", *_MEMBER)


def speakers(members: Frame) -> Frame:
    """The speakers over all articles, each with the conflict over what they are, if there is one."""
    row = daft.functions.to_struct(**{column: col(column) for column in _MEMBER})
    listed = members.select("merged", row.alias("members")).groupby("merged").agg(col("members").list_agg())
    return made(listed, _speaker, ["merged", "members"], SPEAKERS)


def merged_ids(described: Frame, merged: Frame) -> Frame:
    """For each article its speakers by their ids there, and who they are over all articles."""
    members = described.select("article_id", "speaker_id", "variant").join(merged, on="variant")
    row = daft.functions.to_struct(speaker_id=col("speaker_id"), merged=col("merged"))
    return members.select("article_id", row.alias("merged")).groupby("article_id").agg(col("merged").list_agg())


def _speaker(merged: int, members: list[dict[str, Any]]) -> Iterator[Row]:
    found = [decode(Speaker, each["speaker"]) for each in sorted(members, key=lambda each: each["speaker"])]
    speaker = merged_speaker(speaker_id(merged), found)
    conflicts = conflicts_of_speaker(speaker, _articles(members)) if len(members) > 1 else ()
    yield speaker.id, encode(speaker), len(speaker.affiliations), [encode(conflict) for conflict in conflicts]


def _articles(members: list[dict[str, Any]]) -> tuple[Article, ...]:
    """The articles, each with what stands around the positions of all its speakers that are this one."""
    found: dict[str, Article] = {}
    for each in members:
        article = decode(Article, each["article"])
        before = found.get(article.id)
        found[article.id] = article if before is None else _both(before, article)
    return tuple(found.values())


def _both(one: Article, other: Article) -> Article:
    """One article of two of which different parts are left; blanks stand for what is not."""
    longer, shorter = sorted((one.text, other.text), key=len, reverse=True)
    text = "".join(
        left if left != " " else right for left, right in zip(longer, shorter.ljust(len(longer)), strict=True)
    )
    return Article(one.id, text, outlet=one.outlet, published_at=one.published_at)
