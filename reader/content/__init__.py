"""Bytes and HTML in, plain values out. No network, no database, no Qt."""
