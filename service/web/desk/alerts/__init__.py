"""What comes to editors by itself: saved searches and their feeds."""
