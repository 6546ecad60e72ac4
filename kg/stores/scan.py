"""Query text -> the graphs it names, or a refusal, by a linear pass over its tokens: nothing is parsed here.

The engine's parser does not always take the longest token: it reads `trueSERVICE` as two words, and
`?a<?b#>` as a comparison and a comment. So the scan errs on the side of refusing: a word that holds 'service'
is the keyword, and a '<' that could be read in two ways is refused. What still slipped through would find no
way out of its worker (kg.stores.jail).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from urllib.parse import urljoin

from kg.errors import QueryRefused
from kg.stores.tokens import TOKEN, decoded, unescaped

_UPDATES = frozenset(("insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"))
_PROLOGUE = frozenset(("base", "prefix", "version"))
_OPENS = {"(": ")", "{": "}", "[": "]"}
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_CERTAIN = re.compile(r"<[A-Za-z][A-Za-z0-9+.\-]*://")
_LETTERS_MAY_FOLLOW = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:(?://[^/?#]*[/?#]|(?!//)).*(?<!%)(?<!%.)")


def scan(text: str) -> tuple[str, ...]:
    """Scan a query. Returns the graphs that its FROM and FROM NAMED name, as far as they can be resolved.

    SPARQL 1.1 allows codepoint escapes anywhere (Query Language, section 19.2), SPARQL 1.2 and the engine
    only in strings and IRIs: the text is scanned as it stands, and as it reads with them decoded.

    Raises QueryRefused: 403 for SERVICE and for an update, 400 where a '<' can be read in two ways.
    """
    plain = decoded(text)
    if plain != text:
        _Scanner(plain).run()
    scanner = _Scanner(text)
    scanner.run()
    return tuple(scanner.graphs)


def refuse_unknown(graphs: Iterable[str], known: Collection[str]) -> None:
    """Raise QueryRefused (400) for a graph that the release does not hold: none is ever fetched."""
    for graph in graphs:
        if graph not in known:
            raise QueryRefused(
                f"There is no graph <{graph}> in this release, and nothing is fetched from elsewhere.",
                mend="'SELECT ?g { GRAPH ?g {} }' lists the graphs.",
            )


class _Scanner:
    """The state of one pass."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.graphs: list[str] = []
        self._form = ""
        self._base = ""
        self._prefixes: dict[str, str] = {}
        self._awaits: str | None = None
        self._declares = ""
        self._before = ""
        self._closers: list[str] = []

    def run(self) -> None:
        """Look at every token; stop after the first keyword where no later one can matter."""
        lower = self.text.lower()
        whole = "service" in lower or "from" in lower
        place = 0
        while place < len(self.text) and (whole or not self._form):
            token = TOKEN.match(self.text, place)
            if token is None or token.lastgroup is None:
                raise AssertionError("the last alternative takes any character")
            place = getattr(self, f"_{token.lastgroup}")(token) or token.end()

    def _blank(self, token: re.Match[str]) -> None:
        """White space and comments say nothing."""

    def _string(self, token: re.Match[str]) -> None:
        self._before = "value"

    _value = _string

    def _sign(self, token: re.Match[str]) -> None:
        sign = token.group()
        if sign in _OPENS:
            self._closers.append(_OPENS[sign])
        elif self._closers and sign == self._closers[-1]:
            self._closers.pop()
        self._before = "value" if sign == ")" else sign

    def _word(self, token: re.Match[str]) -> None:
        word = token["prefix"].lower()
        if "service" in word:
            self._refuse_service(token)
        if word in ("base", "prefix", "from") or (word == "named" and self._awaits == "from"):
            self._awaits = "from" if word == "named" else word
        elif not self._form and word not in _PROLOGUE:
            self._form = word
            if word in _UPDATES:
                raise self._refusal(token, 403, f"This endpoint is read only: {word.upper()} is refused.")

    def _name(self, token: re.Match[str]) -> None:
        if token["local"] is None:
            self._word(token)
        else:
            self._prefixed(token, token["prefix"], token["local"])
        self._before = "value"

    def _prefixed(self, token: re.Match[str], prefix: str, local: str) -> None:
        namespace = self._prefixes.get(prefix)
        if "service" in prefix.lower() and namespace is None and self._awaits != "prefix":
            self._refuse_service(token)
        if local.lower().startswith("service") and not _LETTERS_MAY_FOLLOW.fullmatch(namespace or "x:"):
            self._refuse_service(token)
        if self._awaits == "prefix" and not local:
            self._declares = prefix
        elif self._awaits == "from":
            self._take(None if namespace is None else namespace + re.sub(r"\\(.)", r"\1", local))

    def _iri(self, token: re.Match[str]) -> int | None:
        inside = token.group()
        doubtful = self._before == "<" or (self._before == "value" and self._closers[-1:] == [")"])
        if doubtful and not _CERTAIN.match(inside):
            if "#" in inside or "'" in inside:
                raise self._refusal(
                    token,
                    400,
                    "It cannot be told whether this '<' begins an IRI or means 'less than'.",
                    mend="Put a space after it, or write the IRI in full.",
                )
            self._before = "<"
            return token.start() + 1
        if self._awaits:
            self._take(self._resolved(unescaped(inside)))
        self._before = "value"
        return None

    def _take(self, iri: str | None) -> None:
        """Use an IRI for what is awaited: a base, a prefix, a graph."""
        if self._awaits == "base" and iri is not None:
            self._base = iri
        elif self._awaits == "prefix" and iri is not None:
            self._prefixes[self._declares] = iri
        elif self._awaits == "from" and iri is not None and _ABSOLUTE.match(iri):
            self.graphs.append(iri)
        self._awaits = None

    def _resolved(self, iri: str) -> str:
        if _ABSOLUTE.match(iri):
            return iri
        return urljoin(self._base, iri) + ("#" if iri.endswith("#") else "")  # urljoin drops it

    def _refuse_service(self, token: re.Match[str]) -> None:
        raise self._refusal(
            token,
            403,
            "SERVICE is refused: this endpoint asks no other one.",
            mend="Run that part of it there.",
        )

    def _refusal(self, token: re.Match[str], status: int, reason: str, mend: str = "") -> QueryRefused:
        before = self.text[: token.start()]
        line, column = before.count("\n") + 1, token.start() - before.rfind("\n")
        return QueryRefused(
            f"{reason[:-1]} (line {line}, column {column}).",
            mend=mend,
            status=status,
            line=line,
            column=column,
        )
