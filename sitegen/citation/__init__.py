"""How a paper is cited: what a record says, and the formats it is written in."""
