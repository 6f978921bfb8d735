"""Articles that are handed in many at a time: taken in at once, read later, by as many processes as there are."""
