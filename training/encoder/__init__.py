"""One small encoder that is fine-tuned under tags, heads and names at once."""
