"""What editors may say, and what the service answers them: marshmallow, as in the folder above."""
