"""Whether a name is a man's or a woman's: what titles, nouns, given names and pronouns tell."""
