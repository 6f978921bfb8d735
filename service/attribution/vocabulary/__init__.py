"""What single words can mean, out of context."""
