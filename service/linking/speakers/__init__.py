"""Which names, over articles, are one speaker."""
