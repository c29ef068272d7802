"""Pictures of what a brief tells, as accessible SVG: one file a picture, each with a title, a description and a table of the same data."""
