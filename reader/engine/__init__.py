"""Fetch, parse, decide, store: the child process and the command line's engine. Never Qt."""
