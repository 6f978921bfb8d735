"""One encoder that reads each sentence once, and what is read off its vectors: tags, heads, relations and names."""
