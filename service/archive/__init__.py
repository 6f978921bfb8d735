"""Archives of millions of articles: the same reading and the same comparison, over files, on daft."""
