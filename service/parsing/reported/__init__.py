"""Which words are reported together with words between quotation marks."""
