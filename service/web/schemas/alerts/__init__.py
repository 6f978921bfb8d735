"""Which conflicts somebody wants to hear of, and how."""
