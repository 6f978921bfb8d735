"""Training and measuring of the models under `service/models`; never imported by the running service."""
