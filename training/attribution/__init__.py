"""Training of the tables by which the service attributes: reporting verbs and the weights of evidence."""
