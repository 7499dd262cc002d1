"""The library: the only room that imports peewee."""
