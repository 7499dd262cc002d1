"""Markdown to blocks to typeset runs. Pure: no Qt, no network."""
