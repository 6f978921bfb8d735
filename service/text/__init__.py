"""Clean text, paragraphs, quotation marks, names: what can be found without a parse."""
