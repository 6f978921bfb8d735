"""Tests of the commands that learn."""
