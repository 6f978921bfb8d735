"""Organizations that somebody belongs to, without a word for what they are there."""
