"""Other programs that are measured beside the service, each in an environment of its own."""
