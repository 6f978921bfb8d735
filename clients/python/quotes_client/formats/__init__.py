"""Files and addresses as newsrooms have them, and the articles in them."""
