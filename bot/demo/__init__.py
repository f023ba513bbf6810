"""The demo: a village built by its own people's phones, and a guide who walks one matter through it.

Everything here is a client: of the use cases, as the terminal's verbs are, and of the phone interface, as people are.
"""
