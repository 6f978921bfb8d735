"""What the service can be asked to do, whatever the door."""
