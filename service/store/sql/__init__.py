"""Tables, rows, connections."""
