"""One module per noun; importing a module registers its methods."""
