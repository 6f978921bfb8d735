"""From files to articles that are read."""
