"""The file on a matter: what happened before this page, and whether what the page asserts agrees with it."""
