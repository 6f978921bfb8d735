"""From what is submitted to an article."""
