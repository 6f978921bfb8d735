"""Who of the people and organizations in an article said a passage, or nobody: the second table of evidence."""
