"""From a parsed article to who said what, and what they are."""
