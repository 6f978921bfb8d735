"""What follows from the stored articles: merged speakers, statements, conflicts; up to date with every change."""
