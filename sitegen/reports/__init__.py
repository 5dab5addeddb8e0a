"""What a catalogue's authors ask of it: why entries are one paper, what the tag rules do, which phrases they lack.

Nothing here takes part in a build.
"""
