"""Where sentences end."""

from collections.abc import Sequence

import pytest

from service.parsing.sentence_breaks import Passage, break_weights, split_sentences


def sentences(text: str, odds: float = 0.0) -> list[str]:
    """The sentences of a paragraph, where doubts are answered with the odds."""
    ((*found,),) = split_sentences([text], lambda places: [odds] * len(places))
    return [text[words[0][0] : words[-1][1]] for words in found]


@pytest.mark.parametrize(
    "parts",
    [
        ["The plan works.", "It is cheap."],
        ["“It works.", "It is cheap,” Lee said.", "“We are glad.”"],
        ["Engr. Ann Lee met Msgr. Bo Ray."],
        ["Mr. Lee met Dr. Ann Park in the U.S. Senate on Jan. 5."],
        ["“Why?” he asked.", "Nobody knew."],
        ["Sen. Lee (D-Ore.) said the plan works.", "Others disagreed."],
        ["PM Lee thanked J. R. Park, of No. 5 Elm St., for it."],
        ["He said the cost was $5.5 million.", "‘That is too much,’ Park said."],
        ["The treaty was signed in June and strains trade with the U.S.", "Many analysts warned of it."],
        [
            "It began at 9 p.m.",
            "“We will sell it,” said Bo Lee Jr.",
            "“I will not,” said Park of Acme Inc.",
            "“It is over.”",
        ],
        ["Dr. “Bones” Lee met Sen. “The Tall Man” Park."],
        ["Trade Act Won’t Pass"],
    ],
)
def test_news_is_split_where_sentences_end(parts: list[str]):
    assert sentences(" ".join(parts)) == parts


def test_no_doubt_is_left_where_speech_begins_behind_a_full_stop():
    assert sentences("Ana Lee met Jan Moe. “No,” he said.", -9.0) == ["Ana Lee met Jan Moe.", "“No,” he said."]


def test_a_paragraph_without_words_has_no_sentences():
    assert split_sentences(["", "a b", " "], lambda places: [0.0] * len(places)) == [[], [[(0, 1), (2, 3)]], []]


def test_only_doubts_are_asked_for_and_the_answer_decides():
    asked: list[tuple[str, int]] = []
    doubtful = next(
        text
        for word in ("Act", "It", "But", "Park", "Ann", "The", "5", "He")
        if len(Passage(text := f"They met at 9 p.m. {word} was late.").doubts()) > 0
    )

    def ask(places: Sequence[tuple[str, int]]) -> list[float]:
        asked.extend(places)
        return [9.0] * len(places)

    split_sentences([doubtful, "The plan works. It is cheap."], ask)
    assert {text for text, _ in asked} == {doubtful}
    assert len(sentences(doubtful, 9.0)) > len(sentences(doubtful, -9.0)) == 1


@pytest.mark.parametrize(("n_marks", "n_asked"), [(40, 39), (400, 50), (4_000, 400)])
def test_of_a_text_of_doubts_some_are_asked_for(n_marks: int, n_asked: int):
    asked: list[int] = []

    def ask(places: Sequence[tuple[str, int]]) -> list[float]:
        asked.append(len(places))
        return [0.0] * len(places)

    split_sentences(["“ " * (n_marks // 4)] * 4, ask)
    assert asked == [min(n_asked, asked[0])]
    assert asked[0] > n_asked // 2


def test_the_table_has_a_weight_that_holds_everywhere():
    assert break_weights()["always"] < 0
