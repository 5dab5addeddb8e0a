"""The words of the interface: one file per language, English and German built in, others brought by the site."""
