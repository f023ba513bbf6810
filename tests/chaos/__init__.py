"""What is left of the service's promises when it is killed, and when real people's words come in."""
