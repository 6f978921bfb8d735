"""Words between quotation marks: speech or not, and whose."""
