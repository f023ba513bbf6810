"""Imported by the fork server: what every program of ours that reads words would load from files anew."""

from nlp.reading import warm_up

warm_up()
