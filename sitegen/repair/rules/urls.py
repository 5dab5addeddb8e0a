"""Addresses in running text become links: without the sentence's full stop, with the label that TeX gave them.

Only http and https. An address ends where RFC 3986 says, less the punctuation around it; brackets stay while they
balance. An address without scheme is taken for one only with a path (``github.com/x/y``) or with ``www.``.
"""

from __future__ import annotations

import re

from sitegen.repair.inline import Link
from sitegen.repair.lazy_regex import lazy
from sitegen.repair.placeholders import KEPT, MARKS, Draft
from sitegen.repair.rule import Rule

_BODY = rf"(?:\$\\sim\$|[^\s<>\"“”‘’«»`{{}}|\\^{MARKS}{KEPT}]|\\~\{{\}}|\\[_#%&~$]|\\textasciitilde(?:\{{\}})?)"
_DOMAINS = (
    "com|org|net|io|ai|edu|gov|dev|app|co|me|info|xyz|tech|science|page|site|eu|uk|de|fr|ch|cn|jp|kr|in|ca|nl|it|se|au"
    "|ly|gl"
)
_TEX_LINK = lazy(
    r"(?:\\href|(?<![A-Za-z])href(?=\s*\{\s*https?:))\s*"
    r"\{\s*(?P<target>[^{}\s]{1,2000})\s*\}\s*\{(?P<named>[^{}]{0,300})\}"
    r"|(?:\\url|(?<![A-Za-z])url(?=\s*\{\s*https?:))\s*\{\s*(?P<only>[^{}\s]{1,2000})\s*\}"
    r"|(?<!\\)\[(?P<text>[^\[\]\n]{1,200})\]\((?P<linked>https?://(?:[^\s()<>\"]|\([^\s()<>\"]{0,200}\)){1,2000})\)"
)
_PLAIN = re.compile(rf"http(?<![A-Za-z0-9]http)s?://(?=[A-Za-z0-9]){_BODY}{{1,2000}}", re.IGNORECASE)
_WWW = lazy(rf"www\.(?<![\w/.@-]www\.)(?=[A-Za-z0-9-]+\.){_BODY}{{1,2000}}")
_BARE = lazy(
    rf"(?<![\w@.:/\\-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,4}}(?:{_DOMAINS})/{_BODY}{{1,2000}}",
)
_BARE_HOSTS = tuple(f".{domain}/" for domain in _DOMAINS.split("|"))
_LABEL = re.compile(r"\{([^{}]{1,300})\}")
_HOST = re.compile(r"https?://[A-Za-z0-9_](?:[A-Za-z0-9_-]|\.(?=[A-Za-z0-9_]))*(?::\d{1,5})?(?=[/?#]|$)", re.IGNORECASE)
_ESCAPED = re.compile(r"\\textasciitilde(?:\{\})?|\\~\{\}|\$\\sim\$|\\([_#%&~$])")
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_FORBIDDEN = re.compile(r"[\[\]|`^{}\\]")
# A sentence that begins where the address ends: only words that start sentences, so that `…/Project.Name` stays whole.
_NEXT_SENTENCE = re.compile(
    r"[.,;](?=(?:The|Our|We|Code|In|This|These|It|To|For|However|Moreover|Furthermore|Also|All|A|An|Data|Project|Please|See)$)"
)
_TRAILING = ".,;:!?'\"*"
_PAIRS = {")": "(", "]": "["}


def _repair(text: str, draft: Draft) -> str:
    if "url" in text or "href" in text or "](http" in text:
        text = _TEX_LINK().sub(lambda found: _commanded(found, draft), text)
    if "://" in text:
        text = _linked(text, _PLAIN, draft)
    if "www." in text:
        text = _linked(text, _WWW(), draft)
    if "/" in text and any(host in text for host in _BARE_HOSTS):
        text = _linked(text, _BARE(), draft)
    return text


def _commanded(found: re.Match[str], draft: Draft) -> str:
    """A link that TeX or Markdown made."""
    if found["target"]:
        link = _made(_clean(found["target"]), _clean(found["named"]).strip())
    elif found["only"]:
        link = _made(_clean(found["only"]), "")
    else:
        link = _made(found["linked"], found["text"])
    return draft.keep(link) if link else found[0]


def _linked(text: str, pattern: re.Pattern[str], draft: Draft) -> str:
    pieces: list[str] = []
    at = 0
    for found in pattern.finditer(text):
        if found.start() < at:
            continue  # inside the label of the address before
        printed, label = found[0], ""
        end = found.end()
        labelled = _LABEL.match(text, end)
        if labelled:
            label, end = _clean(labelled[1]).strip(), labelled.end()
        else:
            printed = _trimmed(printed)
            end = found.start() + len(printed)
        link = _made(_clean(printed), label)
        if link:
            pieces += (text[at : found.start()], draft.keep(link))
            at = end
    return "".join(pieces) + text[at:]


def _clean(printed: str) -> str:
    return _ESCAPED.sub(lambda found: found[1] or "~", printed)


def _made(address: str, label: str) -> Link | None:
    """The link, or None where this is no web address."""
    href = address if address[:4].lower() == "http" and "://" in address[:8] else f"https://{address}"
    if not _HOST.match(href) or ("." not in href and "localhost" not in href):
        return None
    href = _STRAY_PERCENT.sub("%25", href)
    href = _FORBIDDEN.sub(lambda char: f"%{ord(char[0]):02X}", href)
    return Link(href, label or address)


def _trimmed(address: str) -> str:
    """``address`` without the punctuation that belongs to the sentence."""
    sentence = _NEXT_SENTENCE.search(address, max(0, len(address) - 14))
    if sentence:
        address = address[: sentence.start()]
    surplus = {close: address.count(close) - address.count(open_) for close, open_ in _PAIRS.items()}
    end = len(address)
    while end:
        last = address[end - 1]
        if address.endswith("'s", 0, end):
            end -= 2
        elif last in _TRAILING:
            end -= 1
        elif surplus.get(last, 0) > 0:
            surplus[last] -= 1
            end -= 1
        else:
            break
    return address[:end]


RULE = Rule("urls", ("://", "www.", "/", "\\url", "\\href"), _repair)
