"""The `quotes-client` command."""
