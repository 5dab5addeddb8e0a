"""Language, whatever it is asked for: the one answer to what a word is, and which words are the same.

A word is a run of letters and digits with the marks that belong to them; in scripts that are written without spaces
each character is one (`scripts`, `tokens`). Words that differ in case, accents, width or ligatures are brought to one
form (`letters`), whole titles and texts further than that (`normalise`), English words to their stems (`stem`).
"""

from __future__ import annotations
