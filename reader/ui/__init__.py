"""The window. Reads the store, never touches the network."""
