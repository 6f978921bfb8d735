"""Reports compared with each other: speakers merged, statements grouped, conflicts marked."""
