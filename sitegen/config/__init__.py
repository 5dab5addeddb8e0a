"""Settings: `site.yaml` and the command line's overrides as checked, typed values (`load.load`).

Nothing is imported here: a build that finds nothing changed needs a path or two of this room, and none of its rules.
"""
