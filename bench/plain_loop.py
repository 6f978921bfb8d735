"""What an archive is measured against: `python -m bench.plain_loop FILE N`, one article read after the other.

It reads the first N articles of a file of JSON lines, compares them and finds their conflicts. Nothing is checked, kept
or written, and nothing of the archive is imported. See `archive_run`.
"""

import json
import resource
import sys
from itertools import islice
from pathlib import Path

from bench.parses import stanza_parser
from service.attribution.pipeline import read_article
from service.config.settings import Settings
from service.domain.articles import Article
from service.linking.analysis import compare
from service.runtime.garbage_collection import freeze_gc


def main() -> None:
    """Print what was counted."""
    path, n = sys.argv[1:]
    parser = stanza_parser(Settings.from_environment().models)
    # As the archive does.
    freeze_gc()
    with Path(path).open(encoding="utf-8") as lines:
        articles = [_article(line) for line in islice(lines, int(n))]
    analysis = compare(tuple(read_article(article, parser) for article in articles))
    n_words = sum(len(article.text.split()) for article in articles)
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(json.dumps({"words": n_words, "conflicts": len(analysis.conflicts), "megabytes": megabytes}))


def _article(line: str) -> Article:
    sent = json.loads(line)
    return Article(sent["id"], sent["text"], outlet=sent["outlet"], published_at=sent["published_at"])


if __name__ == "__main__":
    main()
