"""Settings: `site.yaml` and the command line's overrides as checked, typed values."""

from sitegen.config.load import load

__all__ = ["load"]
