"""Who each mention stands for."""
