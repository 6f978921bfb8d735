"""The stages of the attribution, on parses made by hand."""
