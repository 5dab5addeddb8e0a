r"""Formulas that lost their dollar signs and backslashes: where they are, how far they reach, what their TeX was.

Damage comes in two steps: ``\name{x}`` becomes ``x`` everywhere, up to the first closing brace, and
within ``$…$`` the dollar signs and backslashes go. So names without an argument survive as words, alone (``n to
infty``) or glued (``sigmain(0,1)``), and scripts keep their braces. The steps back, one module each:

1. `vocabulary`: what a word could be in a formula; `gluing`: the pieces of words glued from several names;
2. `tokens`: the text as tokens, brackets paired;
3. `senses`: which of the words that are English, too, are mathematics here; where there is proof of a formula
   (`greek`, `signs`, `sizes` and `prose` answer for Greek names, signs, left and right, and English);
4. `extent`: the expressions that hold a proof, from their first operand to their last;
5. `restore`: such an expression as TeX again, with `thin_spaces` for commas that were none.

`triggers` comes before all of them: most texts hold nothing that could be a proof.
"""
