"""The bots' side: `/bot<token>/<method>`, as the official server answers it."""
