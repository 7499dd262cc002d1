"""Dialogs: few, never for news or errors of feeds."""
