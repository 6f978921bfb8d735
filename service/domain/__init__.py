"""The values that travel between the rooms: frozen, of the standard library only."""
