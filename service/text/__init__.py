"""Clean text, paragraphs, quotation marks, names: what can be told without a parse."""
