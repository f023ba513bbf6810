"""`huiyin words`: the county office sees, tries, keeps and rolls back the hand-written words of its categories."""
