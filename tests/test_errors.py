"""The error tree: a message holds the place, the reason and the mend."""

from __future__ import annotations

import inspect

import kg.errors
from kg.errors import KgError, Place, SettingError


def test_a_message_holds_place_reason_and_mend() -> None:
    error = SettingError("is wrong", place=Place("kg.toml", 3, "server.port"), mend="Give a port.")
    assert str(error) == "kg.toml:3 (server.port): is wrong. Give a port."
    assert str(KgError("is wrong")) == "is wrong"
    assert str(KgError("Is wrong.", mend="Mend it.")) == "Is wrong. Mend it."
    assert error.exit_code == 2


def test_every_error_is_in_the_tree_drawn_at_the_top() -> None:
    drawn = inspect.getdoc(kg.errors) or ""
    for name, found in inspect.getmembers(kg.errors, inspect.isclass):
        if issubclass(found, KgError):
            assert name in drawn
