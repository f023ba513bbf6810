"""A synthetic county whose people live through months of appeals in minutes, by the use cases of the real one."""
