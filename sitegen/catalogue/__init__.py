"""The catalogue: what the digests hold once damage is mended and every paper is counted once."""
