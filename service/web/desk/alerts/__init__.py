"""What comes to editors by itself: saved searches with their feeds, and alerts."""
