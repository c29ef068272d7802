"""How Sphinx builds these pages: `make site` writes them to `docs/_build`."""

project = "Penholder"
author = "The Penholder founders"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {"description": "The UN Security Council, computable", "fixed_sidebar": True}
myst_heading_anchors = 3
suppress_warnings = ["myst.xref_missing"]  # links to files of the repository outside docs/
