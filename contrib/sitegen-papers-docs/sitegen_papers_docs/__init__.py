"""Links from documentation to the papers of a catalogue that sitegen has built.

`sitegen_papers_docs.sphinx` is an extension of Sphinx, `sitegen_papers_docs.mkdocs` a plugin of MkDocs. Both are thin:
`sources` says where catalogues are, `load` has them read (`published`, `catalogue`), `answer` says what a link leads to
and what is wrong with it, `wording` what readers see of a paper.
"""

__version__ = "0.1.0"
