"""Makes a dictionary from labelled messages. Needs scikit-learn, which nothing else of nlp does."""
