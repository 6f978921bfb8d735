"""What is certain without weights: forms that make speech of words, and who cannot have said them."""
