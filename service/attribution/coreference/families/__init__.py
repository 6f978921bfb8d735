"""Who of one surname is meant, where a family is in the article."""
