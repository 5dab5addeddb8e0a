"""Which papers are alike: similar papers with the terms they share."""
