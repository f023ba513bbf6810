"""Many people and the service in a process of its own: for the kill test, the real messages and the benchmark."""
