"""Learns words and weights for the word files (scikit-learn). Reading a text needs nothing of it."""
