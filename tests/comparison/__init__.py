"""Reports held against each other."""
