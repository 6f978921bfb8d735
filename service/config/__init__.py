"""What an operator chooses: settings, API keys, the folder of models."""
