class FormattingError(ValueError):
    """The text or its entities are refused.

    The message is what the official server writes after "Bad Request: ", in its own words: its first letter small
    (Client.cpp, fail_query_with_error).
    """
