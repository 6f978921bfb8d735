"""What the pages of the desk alone show."""
