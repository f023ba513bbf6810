"""The desk on the web: where leads run a study meeting on a large screen. Every write is the use case of the phone."""
