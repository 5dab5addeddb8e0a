"""Addresses as settings: which ones `site.yaml` and ``--base-url`` may give.

Each check returns the address to keep and "", or the address and what is wrong with it.
"""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urlsplit

from sitegen.config.schema import Fault

# RFC 3986's characters, a percent sign only before two hexadecimal digits.
_ADDRESS = re.compile(r"(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+")

_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_REPOSITORY = re.compile(r"[\w-]+/[\w.-]+")  # as GitHub names it on its pages
_PAGE = re.compile(r"/[^/]*\.(?:html?|php|aspx?)/?$", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:/[^:]*)?", re.IGNORECASE)  # an address without its scheme


def web_address(value: str) -> tuple[str, Fault]:
    """An absolute http or https address."""
    _, wrong = _split(value, ("http", "https"))
    return value, wrong


def https_address(value: str) -> tuple[str, Fault]:
    """An absolute https address of a page without query or fragment, kept without its final slash."""
    parts, wrong = _split(value, ("https",))
    if wrong and _REPOSITORY.fullmatch(value):
        wrong = f"is '{value[:80]}', not an absolute address", f"write https://github.com/{value[:80]}"
    return value.rstrip("/"), wrong or _bare(parts, value)


def base_url(value: str) -> tuple[str, Fault]:
    """The address a site is published under, kept with exactly one final slash."""
    parts, wrong = _split(value, ("http", "https"))
    wrong = wrong or _bare(parts, value)
    if not wrong and parts and any(step in (".", "..") for step in parts.path.split("/")):
        wrong = f"is '{value[:80]}', but it may not hold '.' or '..' as a step"
    if not wrong and (page := _PAGE.search(value)):
        wrong = f"is '{value[:80]}', the address of a page", f"write the site's own: {value[: page.start()][:80]}/"
    return value.rstrip("/") + "/", wrong


def mail_address(value: str) -> tuple[str, Fault]:
    """An address for mail, of the plain form that can stand in a request's head."""
    if _MAIL.fullmatch(value):
        return value, ""
    return value, (f"is '{value[:80]}', not an address for mail", "write one such as me@example.org")


def _bare(parts: SplitResult | None, value: str) -> str:
    if "?" in value or (parts and parts.query):
        return f"is '{value[:80]}', but it may not have a query ('?')"
    if "#" in value or (parts and parts.fragment):
        return f"is '{value[:80]}', but it may not have a fragment ('#')"
    return ""


def _split(value: str, schemes: tuple[str, ...]) -> tuple[SplitResult | None, Fault]:
    allowed = " or ".join(f"{scheme}://" for scheme in schemes)
    hint = f"write https://{value[:80]}" if _HOST.fullmatch(value) else "write one such as https://example.org/papers"
    not_absolute = f"is '{value[:80]}', not an absolute address that begins with {allowed}", hint
    if not _ADDRESS.fullmatch(value):
        if not re.match(r"https?://", value, re.IGNORECASE):
            return None, not_absolute
        return None, f"is '{value[:80]}', which holds characters that an address cannot (write them percent-encoded)"
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return None, f"is '{value[:80]}', whose host or port is not valid"
    if parts.scheme not in schemes or not parts.hostname:
        return None, not_absolute
    if parts.username is not None or parts.password is not None:
        return None, "holds a user name or password, and may not"  # nor is the message to show them
    if port == 0 or parts.hostname.startswith((".", "-")) or ".." in parts.hostname:
        return None, f"is '{value[:80]}', whose host or port is not valid"
    return parts, ""
