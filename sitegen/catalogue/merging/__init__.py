"""Which entries are the same paper: candidates, a verdict on each pair, clusters."""
