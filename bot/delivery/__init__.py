import os

# python-telegram-bot 22 warns at every 429 unless its way of the next version is chosen.
os.environ.setdefault("PTB_TIMEDELTA", "true")
