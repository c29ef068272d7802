"""The pages of the desk: one file a page, and the folder is the list. Each has `ADDRESSES`, and `routes(desk)` where it takes more than a look."""
