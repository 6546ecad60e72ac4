"""kg.toml and the environment -> Settings, and every mistake that can be made in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import SettingError
from kg.settings import SETTINGS, find_config, read_settings


def write(folder: Path, text: str) -> Path:
    config = folder / "kg.toml"
    config.write_text(text, encoding="utf-8")
    return config


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    settings = read_settings(write(tmp_path, ""), {})
    assert settings.base == "http://localhost:8000/"
    assert settings.port == 8000
    assert settings.data == (tmp_path / "data").resolve()
    assert settings.zones == ("+03:00", "+09:00")


def test_ontology_and_shapes_fall_back_to_those_of_dispatch(tmp_path: Path, root: Path) -> None:
    settings = read_settings(write(tmp_path, ""), {})
    assert settings.ontology == root / "ontology"
    assert settings.shapes == root / "shapes"
    (tmp_path / "shapes").mkdir()
    assert read_settings(tmp_path / "kg.toml", {}).shapes == (tmp_path / "shapes").resolve()


def test_the_file_is_read_and_the_environment_wins(tmp_path: Path) -> None:
    config = write(tmp_path, '[dataset]\nbase = "https://example.org/kg/"\n[server]\nport = 9000\n')
    assert read_settings(config, {}).port == 9000
    settings = read_settings(config, {"KG_PORT": "9001", "KG_QUERY_SECONDS": "2.5"})
    assert (settings.base, settings.port, settings.query_seconds) == ("https://example.org/kg/", 9001, 2.5)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[dataset\n", ["kg.toml:1", "not valid TOML"]),
        ('[dataset]\nbase = "http://x.org/"\ntitle = = 3\n', ["kg.toml:3"]),
        ("[dataset]\nbasis = 1\n", ["dataset.basis", "unknown setting", "base"]),
        ("[datasets]\n", ["unknown table 'datasets'", "dataset"]),
        ('[dataset]\nbase = "http://localhost:8000"\n', ["dataset.base", "ends in '/'"]),
        ('[dataset]\nbase = "ftp://localhost/"\n', ["dataset.base", "http or https"]),
        ('[dataset]\nbase = "http://localhost/a b/"\n', ["dataset.base"]),
        ("[dataset]\ntitle = 3\n", ["dataset.title", "must be a text"]),
        ('[dataset]\nissued = "yesterday"\n', ["dataset.issued", "YYYY-MM-DD"]),
        ('[dates]\nzones = ["Moscow"]\n', ["dates.zones", "+03:00"]),
        ("[dates]\nzones = []\n", ["dates.zones"]),
        ("[dates]\nzones = [3]\n", ["dates.zones", "list of texts"]),
        ("[server]\nport = 70000\n", ["server.port", "65535"]),
        ("[server]\nport = true\n", ["server.port", "whole number"]),
        ('[links]\nowl-same-as = "no"\n', ["links.owl-same-as", "true or false"]),
        ("[limits]\nquery-seconds = 0\n", ["limits.query-seconds", "above 0"]),
    ],
)
def test_a_mistake_names_its_place_and_mend(tmp_path: Path, text: str, words: list[str]) -> None:
    with pytest.raises(SettingError) as caught:
        read_settings(write(tmp_path, text), {})
    for word in words:
        assert word in str(caught.value)


def test_a_variable_that_is_no_number_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"KG_PORT.*'eight' is not a number"):
        read_settings(write(tmp_path, ""), {"KG_PORT": "eight"})


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(SettingError, match="cannot be read"):
        read_settings(tmp_path / "kg.toml", {})


def test_the_file_is_found_from_below_or_missed_with_advice(tmp_path: Path) -> None:
    config = write(tmp_path, "")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_config(below) == config
    config.unlink()
    with pytest.raises(SettingError, match="kg init"):
        find_config(below)


def test_every_setting_has_a_meaning_and_a_field() -> None:
    for setting in SETTINGS:
        assert setting.about.endswith("."), setting.key
    assert len({setting.name for setting in SETTINGS}) == len(SETTINGS)
