"""Which tags a paper carries: phrases, scores, and how the rules do against labels."""
