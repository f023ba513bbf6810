"""How updates reach bots: handed to pollers, or posted to webhooks."""
