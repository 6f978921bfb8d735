"""Where an article refers to somebody: names, pronouns, descriptions."""
