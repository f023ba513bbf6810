"""Our own Bot API 10.0 server with web phones.

It speaks the protocol of Telegram's official server, so that bots reach either by their base address alone. It is
always a process of its own and knows nothing of the appeal system: bots come in by `botapi`, people by `phones`, the
operator by `admin`, and all three act on the one `world`.
"""
