"""Names that say who a description is, where the parse does not join the two."""
