"""Batches in the store: jobs, their lines, and who has leased which."""
