"""The evidence benchmark's own data: what its figures rest on must itself be sound."""

import datetime as dt
import re
import tomllib
from collections import Counter
from importlib import resources
from typing import Any

import pytest

FAULTS = frozenset(
    {
        "number",
        "money",
        "percentage",
        "date",
        "quotation",
        "name",
        "attribution",
        "negation",
        "role",
        "direction",
        "superlative",
    }
)
FORMS = frozenset({"verbatim", "compressed", "paraphrased"})
LANGUAGES = ("en", "fr")
SPLITS = ("tune", "weigh", "held")
FIGURE = re.compile(r"\d+(?:[.,:]\d+)*")

Article = dict[str, Any]


def _load() -> dict[str, Article]:
    folder = resources.files("podcaster.bench") / "data" / "evidence"
    return {
        entry.name: tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in sorted(folder.iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(".toml")
    }


ARTICLES = _load()
every_article = pytest.mark.parametrize("article", ARTICLES.values(), ids=ARTICLES.keys())


def _faithful(article: Article) -> list[Article]:
    return [case for case in article["case"] if case["kind"] == "faithful"]


def _corrupted(article: Article) -> list[Article]:
    return [case for case in article["case"] if case["kind"] != "faithful"]


def _plain(text: str) -> str:
    """One space between words, one kind of apostrophe and quotation mark."""
    text = text.replace("’", "'").replace("“", '"').replace("”", '"')
    return " ".join(text.split())


def _select(language: str, split: str) -> list[Article]:
    return [a for a in ARTICLES.values() if (a["language"], a["split"]) == (language, split)]


@every_article
def test_an_article_says_what_it_is_and_where_to_verify_it(article: Article) -> None:
    assert article.keys() == {
        "language",
        "published",
        "title",
        "split",
        "sources",
        "source",
        "case",
    }
    assert article["language"] in LANGUAGES
    assert article["split"] in SPLITS
    assert isinstance(article["published"], dt.datetime)
    assert article["published"].tzinfo is not None
    assert article["sources"]
    assert all(url.startswith("https://") for url in article["sources"])


@every_article
def test_an_article_is_of_an_agency_report_s_length(article: Article) -> None:
    assert 180 <= len(article["source"].split()) <= 400
    assert len(re.findall(r"[.!?](?=[\s\"”»]|$)", article["source"])) >= 8


@every_article
def test_a_case_has_a_known_kind_and_says_its_form_or_its_fault(article: Article) -> None:
    for case in _faithful(article):
        assert case.keys() == {"text", "kind", "form"}, case["text"]
        assert case["form"] in FORMS, case["text"]
    for case in _corrupted(article):
        assert case.keys() - {"note"} == {"text", "kind"}, case["text"]
        assert case["kind"] in FAULTS, case["text"]


@every_article
def test_each_article_has_enough_of_both_and_all_three_forms(article: Article) -> None:
    forms = Counter(case["form"] for case in _faithful(article))
    assert len(_faithful(article)) >= 10
    assert len(_corrupted(article)) >= 10
    assert forms["verbatim"] >= 2
    assert forms["compressed"] >= 3
    assert forms["paraphrased"] >= 4


@every_article
def test_verbatim_lines_are_in_the_source_and_others_are_not(article: Article) -> None:
    """A compressed line may be what stands at a sentence's end."""
    source = _plain(article["source"])
    for case in article["case"]:
        if case.get("form") != "compressed":
            verbatim = case.get("form") == "verbatim"
            assert (_plain(case["text"]) in source) == verbatim, case["text"]


@every_article
def test_a_compressed_line_has_no_figure_that_the_source_lacks(article: Article) -> None:
    """A slip in a figure of a faithful line would count against a gate that is right."""
    known = set(FIGURE.findall(article["source"]))
    for case in _faithful(article):
        if case["form"] == "compressed":
            assert set(FIGURE.findall(case["text"])) <= known, case["text"]


def test_no_line_comes_twice() -> None:
    texts = Counter(
        (name, _plain(case["text"]))
        for name, article in ARTICLES.items()
        for case in article["case"]
    )
    assert [key for key, count in texts.items() if count > 1] == []


def test_the_benchmark_is_as_large_as_it_says() -> None:
    assert len(ARTICLES) >= 20
    assert sum(len(_faithful(a)) for a in ARTICLES.values()) >= 200
    assert sum(len(_corrupted(a)) for a in ARTICLES.values()) >= 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_enough_is_held_out_to_measure_on(language: str) -> None:
    held = _select(language, "held")
    assert len(held) >= 6
    for cases_of in (_faithful, _corrupted):
        assert sum(len(cases_of(a)) for a in held) >= 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_is_there_often_enough_in_each_split(language: str) -> None:
    counts = {
        split: Counter(c["kind"] for a in _select(language, split) for c in _corrupted(a))
        for split in SPLITS
    }
    for fault in sorted(FAULTS):
        assert all(counts[split][fault] >= 4 for split in SPLITS), fault
        assert sum(counts[split][fault] for split in SPLITS) >= 8, fault
