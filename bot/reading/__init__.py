"""Verbs of the terminal that learn words, judge them and read messages by them."""
