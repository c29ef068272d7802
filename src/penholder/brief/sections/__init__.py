"""The sections of a brief: one file each, with `write(case) -> Section | None`."""
