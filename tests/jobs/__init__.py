"""Tests of batches and of those who read them."""
