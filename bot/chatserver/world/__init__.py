"""What exists and what happens in it: users, chats, messages. Bots and phones act on it by the same functions.

Every function takes the `Transaction` first, does its work at once and says whom to wake; none of them knows HTTP.
"""
