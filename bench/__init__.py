"""Measuring: how right the service is, and how fast. Nothing here is part of the running service."""
