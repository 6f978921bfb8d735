"""Where the reports of one statement, or the positions of one speaker, disagree."""
