"""What follows from the stored articles: merged speakers, statements, conflicts; kept up to date."""
