"""Text to sentences with words, tags, heads and names."""
