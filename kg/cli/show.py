"""`kg show`: a document, a person or a saying of the built release, in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches

import click
from rich.markup import escape
from rich.tree import Tree

from kg.cli.terminal import out, with_settings
from kg.errors import KgError
from kg.iris import CRM, KG
from kg.release import open_release
from kg.settings import Settings
from kg.statements import Statements
from kg.stores.resources import Resource, Resources
from kg.voices import DocumentVoices, Saying, in_words, read_voices

_KINDS = ("document", "person", "group", "place", "event")


@click.command(
    epilog="""\b
Examples:
  kg show telegram-1258                a document as a tree of voices
  kg show telegram-1258/saying/mao     one saying and the voices it came through
  kg show kim-il-sung                  a person and what he is said to have said
"""
)
@click.argument("key", metavar="KEY")
@with_settings
def show(settings: Settings, key: str) -> None:
    """Show a document, a saying or a person.

    Groups, places and events too; KEY is the end of the IRI.
    """
    release = open_release(settings.build)
    with closing(Resources(release.path / "resources.sqlite")) as resources:
        found = _find(resources, settings.base, key)
        shown = _Shown(resources, found)
        if found.kind == "document":
            shown.document(found.iri)
        elif found.kind == "saying":
            shown.saying()
        else:
            shown.thing()


def _find(resources: Resources, base: str, key: str) -> Resource:
    paths = [key] if key.startswith(base) else [base + key, *(f"{base}{k}/{key}" for k in _KINDS)]
    if key.partition("/")[0] not in _KINDS:
        paths.append(f"{base}document/{key}")
    for iri in paths:
        if (found := resources.get(iri)) is not None:
            return found
    known = [row.iri.removeprefix(base) for kind in (*_KINDS, "saying") for row in resources.listing(kind)]
    raise KgError(f"there is nothing with the key '{key}'", mend=_nearest(key, known))


def _nearest(key: str, known: list[str]) -> str:
    """What the key may have meant: keys that are spelled like it, else what keys look like."""
    short = {path.rsplit("/", 1)[-1]: path for path in known}
    paths = [short[near] for near in get_close_matches(key.rsplit("/", 1)[-1], short, n=3, cutoff=0.6)]
    paths += [path for path in known if key.lower() in path]
    found = [path.removeprefix("document/") for path in dict.fromkeys(paths)][:5]
    if found:
        return f"Did you mean {' or '.join(found)}?"
    example = known[0].partition("/")[2] if known else "telegram-1258"
    return f"A key is the end of an IRI, such as {example}; 'kg serve' lists them all."


@dataclass(frozen=True)
class _Shown:
    resources: Resources
    found: Resource

    def document(self, iri: str) -> None:
        """The document's facts and the tree of its voices."""
        out().print(self.found.label, style="bold", markup=False)
        about = Statements.parse(self.found.outgoing)
        schema = "https://schema.org/"
        for name in ("sender", "recipient", "dateCreated"):
            values = [str(term.value) for term in about.about(iri).get(schema + name, [])]
            labels = self.resources.labels(values)
            for value in values:
                out().print(f"  {name:<12} {labels.get(value, value)}", markup=False)
        for narrative in self._voices(iri).narrative:
            tree = Tree(_line(narrative), guide_style="dim")
            _grow(tree, narrative.says)
            out().print(tree)

    def saying(self) -> None:
        """One saying: its words, where they stand, and each chain of voices."""
        document = self.found.iri.rpartition("/saying/")[0]
        voices = self._voices(document)
        saying = voices.find(self.found.iri)
        if saying is None:
            raise KgError(f"{self.found.iri} stands in no tree of voices")
        out().print(_line(saying))
        for chain in voices.chains(saying.iri):
            out().print(f"  {in_words(chain)}", markup=False)
        for hedge in saying.hedges:
            out().print(
                f"  “{hedge.word.text}” weakens the {hedge.scope.label} ({hedge.kind.label})", markup=False
            )
        if saying.note:
            out().print(f"  {saying.note}", markup=False)

    def thing(self) -> None:
        """Anything else: its statements with labels, and the sayings ascribed to it."""
        out().print(f"{self.found.label}  <{self.found.iri}>", style="bold", markup=False)
        statements = Statements.parse(self.found.outgoing)
        about = statements.about(self.found.iri)
        labels = self.resources.labels({str(t.value) for terms in about.values() for t in terms} | set(about))
        for predicate, terms in about.items():
            values = ", ".join(labels.get(str(term.value), str(term.value)) for term in terms)
            out().print(f"  {_name(predicate)}: {values}", markup=False)
        incoming = Statements.parse(self.found.incoming)
        said = incoming.subjects(str(KG.saidBy), self.found.iri)
        ascribed = incoming.subjects(str(CRM["P141_assigned"]), self.found.iri)
        documents = [iri.partition("/attribution/")[0] for iri in ascribed if "/attribution/" in iri]
        voices = [self._voices(document) for document in sorted(set(documents))]
        sayings = [(one, saying) for one in voices for saying in one.sayings()]
        self._heard("is said to have said:", [pair for pair in sayings if pair[1].iri in said])
        self._heard("may have said (the text leaves open who speaks):", [
            (one, saying) for one, saying in sayings
            if saying.voice.unclear and self.found.iri in {actor.iri for actor in saying.voice.actors}
        ])  # fmt: skip

    def _heard(self, title: str, sayings: list[tuple[DocumentVoices, Saying]]) -> None:
        if sayings:
            out().print(title, style="bold")
        for voices, saying in sayings:
            chains = "; ".join(in_words(chain[1:]) for chain in voices.chains(saying.iri) if chain[1:])
            out().print(f"  {_line(saying, speaker=False)}")
            out().print(f"      according to {chains}" if chains else "      in his own words", markup=False)

    def _voices(self, document: str) -> DocumentVoices:
        graph = self.resources.graph(f"{document}/graph")
        if graph is None:
            raise KgError(f"there is no graph of {document}")
        return read_voices(graph, document, self.resources.labels)


def _grow(tree: Tree, sayings: Iterable[Saying]) -> None:
    for saying in sayings:
        _grow(tree.add(_line(saying)), saying.says)


def _line(saying: Saying, *, speaker: bool = True) -> str:
    words = " … ".join(anchor.text for anchor in saying.content) or saying.label
    marks = [mood.label for mood in saying.moods]
    marks += ["negative"] * saying.negative
    marks += ["draft, not checked"] * (saying.drafted_by is not None)
    marks += [f"{hedge.word.text} ({hedge.scope.label})" for hedge in saying.hedges]
    if saying.level is not None and saying.level.id != "textual":
        marks.append(saying.level.label)
    place = f" [dim]{saying.content[0].begin}-{saying.content[-1].end}[/]" if saying.content else ""
    who = f"[bold]{escape(str(saying.voice))}[/]: " if speaker else ""
    return f"{who}{escape(words)} [cyan]· {escape(', '.join(marks))}[/]{place}"


def _name(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1]
