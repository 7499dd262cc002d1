"""Typeset runs to a QTextDocument. QtGui and QtCore only, no widgets."""
