"""How what went wrong is answered: one body for all problems, with the fields that they are about."""
