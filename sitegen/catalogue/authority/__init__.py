"""Who wrote what and where it appeared: printed names become headings, each with an address that lasts."""
