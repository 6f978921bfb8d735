"""Tests of what is reported between marks, at least in part."""
