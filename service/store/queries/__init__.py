"""Reading the store: for the API, the desk and exports."""
