from hypothesis import settings

# A loaded machine must not fail a property: what is promised is the result, not the time.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
