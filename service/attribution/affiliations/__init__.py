"""From a phrase beside a name to a role and an organization."""
