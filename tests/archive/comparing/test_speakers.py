"""Speakers over all articles, and the conflicts over what they are, from no more of the articles than counts."""

from service.archive.comparing import names, speakers
from service.archive.encoding import decode, encode
from service.archive.engine import INTEGER, TEXT, frame_of
from service.domain.conflicts import Conflict
from service.domain.quotations import Speaker
from service.linking.conflicts.conflicts import conflicts_of_speaker
from service.linking.speakers.merging import merge_speakers
from tests.linking.reports import report

ANA = "Ana Pérez"
REPORTS = (
    report("a", (ANA, "We wait.", ("director", "Food Fund"), ("mayor", "Lima")), published_at="2024-06-01"),
    report("b", (ANA, "We do not wait.", ("former director", "Food Fund")), published_at="2024-06-03"),
    report("c", ("nurse", "We all wait.")),
)


def described_and_merged():
    """The speakers as the articles describe them; each name variant is a speaker of its own."""
    described = names.described(frame_of([(encode(one),) for one in REPORTS], {"analysis": TEXT})).collect()
    numbers = {row["variant"]: row["variant"] for row in described.to_pylist()}
    return described, frame_of(list(numbers.items()), {"variant": INTEGER, "merged": INTEGER})


def test_they_are_merged_and_compared_as_linking_does():
    found = [
        (decode(Speaker, row["speaker"]), [decode(Conflict, one) for one in row["conflicts"]])
        for row in speakers.speakers(speakers.members(*described_and_merged())).to_pylist()
    ]
    expected = {speaker.name: speaker for speaker in merge_speakers(REPORTS).speakers}
    articles = [one.article for one in REPORTS]
    for speaker, conflicts in found:
        assert speaker.affiliations == expected[speaker.name].affiliations
        assert conflicts == list(conflicts_of_speaker(speaker, articles))
    assert sum(len(conflicts) for _, conflicts in found) == 1


def test_each_article_knows_who_its_speakers_are():
    found = {row["article_id"]: row["merged"] for row in speakers.merged_ids(*described_and_merged()).to_pylist()}
    assert {one["merged"] for one in found["a"]} == {one["merged"] for one in found["b"]}
    assert [one["speaker_id"] for one in found["c"]] == ["c-nurse"]
