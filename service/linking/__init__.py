"""Reports held against each other: speakers merged, statements grouped, conflicts marked."""
