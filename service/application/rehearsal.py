"""A first analysis that nobody asked for: no request should wait while tables of words are built."""

from dataclasses import replace

from service.attribution.pipeline import read_article
from service.domain.articles import Article
from service.domain.conflicts import Analysis
from service.linking.analysis import compare
from service.parsing.parser import Parser

# Reports that disagree on wording, on a number and on what the speaker is, with all that is looked up on the way:
# direct, mixed and indirect quotations, pronouns, titles, nicknames, positions, organizations and US spelling.
_ARTICLES = (
    Article(
        "rehearsal-1",
        "“We won't open the harbour's new centre before May 5, and it's 2,000 jobs that we can't offer,” Ana Ruiz, "
        "the director of the Port Office, said on Monday. “Didn't we say so? We organised it all,” she told "
        "reporters at the ministry of finance. According to Mr Tom Lee, a spokesman for the company, the plan was "
        "“a gift” to the city. The mayor, Joe Paz, denied that the council had known of it, and his wife, a former "
        "minister, agreed: her husband's office had been told nothing. Officials said that they were not sure. In a "
        "paper published in “The Port of Lima”, Jan de Wit, who leads the union's press office, wrote: “No comment.”",
        published_at="2024-05-01",
    ),
    Article(
        "rehearsal-2",
        "The Port Office's former head, Ana M. Ruiz, said: “We will open the harbor's new center before May 5, and "
        "it is two thousand jobs that we cannot offer.” Ruiz added that “we organized it all”. Thomas Lee, its "
        "chief executive, warned that the plan was no gift. Joseph Paz, a former mayor, said he knew. “I did not,” the "
        "professor of law replied. Their lawyers argued that the government, which they had asked, was wrong. “No "
        "comment,” said Jan de Wit, a spokesman of the union. Dr. Lee, the foreign minister of Peru, was away.",
        published_at="2024-05-02",
    ),
)
# Pairs of dated articles are weighed by another table than those without a day.
_UNDATED = replace(_ARTICLES[1], id="rehearsal-3", published_at=None)


def rehearse(parser: Parser) -> Analysis:
    """Analyse three made-up articles, which loads what later ones use; the answer is of no interest."""
    return compare(tuple(read_article(article, parser) for article in (*_ARTICLES, _UNDATED)))
