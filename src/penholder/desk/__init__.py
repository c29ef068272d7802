"""The desk: the verbs of Penholder in a browser and over HTTP. Knows pages and addresses; nothing of its own about the Council."""
