"""What operators and integrators ask: health, version, metrics, the contract and its page."""
