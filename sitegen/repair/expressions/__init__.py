"""Mathematics without its dollar signs: where it is (`seeds`), and how far it reaches (`growth`)."""
