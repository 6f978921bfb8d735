"""What editors decided, in the formats of others."""
