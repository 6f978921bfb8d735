"""What an article lets one know of a position: organizations that its words only point to."""
