"""What words of time mean: the vocabulary, the arithmetic of the calendar, and the rules that `reading.times` applies."""
