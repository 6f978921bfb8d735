"""From values of the domain to rows, and back: the one place of the store that makes values.

A row of a whole table has the type of its table's class, so that mypy knows its columns; see `reading.py`.
"""
