"""ClaimReview of schema.org, as JSON-LD: each claim of a kept page on which our registers have a verdict.

What stayed unchecked is no review and is left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from penholder.record import exports
from penholder.record.contents import Contents

SUFFIX = ".json"
RATINGS = {"contradicted": 1, "differs": 2, "confirmed": 3}
"""Verdict -> rating between 1 (worst) and 3 (best)."""


def write(contents: Contents, path: Path) -> None:
    """One graph of reviews, each with the page's words, the verdict and its arithmetic."""
    pages = {page["id"]: page for page in contents.pages}
    reviews = [
        _review(claim, pages[claim["page"]])
        for claim in contents.claims
        if claim["verdict"] in RATINGS and claim["page"] in pages
    ]
    exports.write_json(path, {"@context": "https://schema.org", "@graph": reviews})


def read(path: Path) -> list[dict[str, Any]]:
    """What was claimed where, with verdict and reason."""
    words = {rating: verdict for verdict, rating in RATINGS.items()}
    return [
        {
            "claimed": review["claimReviewed"],
            "day": review["datePublished"],
            "verdict": words[review["reviewRating"]["ratingValue"]],
            "says": review["reviewBody"],
            "page": review["itemReviewed"]["appearance"]["name"],
            "evidence": [source["name"] for source in review["citation"]],
        }
        for review in json.loads(path.read_text(encoding="utf-8"))["@graph"]
    ]


def _review(claim: Any, page: Any) -> dict[str, Any]:
    rest = claim["rest"]
    start, end = rest["span"]
    around = page["text"][max(0, page["text"].rfind("\n", 0, start) + 1) : end]
    appearance = {"@type": "CreativeWork", "name": page["title"] or page["id"], "datePublished": page["known"]}
    if page["url"]:
        appearance["url"] = page["url"]
    evidence = [
        {"@type": "CreativeWork", "name": source["title"]} | ({"url": source["url"]} if source["url"] else {})
        for source in rest["evidence"]
    ]
    return {
        "@type": "ClaimReview",
        "@id": f"urn:penholder:claim:{claim['id']}",
        "url": page["url"] or f"urn:penholder:page:{page['id']}",
        "datePublished": claim["known"],
        "claimReviewed": " ".join(around.split()),
        "reviewBody": rest["says"],
        "author": {"@type": "Organization", "name": "Penholder"},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATINGS[claim["verdict"]],
            "worstRating": 1,
            "bestRating": 3,
            "alternateName": claim["verdict"],
        },
        "itemReviewed": {"@type": "Claim", "appearance": appearance},
        "citation": evidence,
    }
