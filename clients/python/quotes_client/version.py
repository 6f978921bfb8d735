"""The version of this client: that of the service whose contract it follows."""

VERSION = "0.1.0"
