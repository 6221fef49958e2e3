"""Who is named: one lexicon, one tokenizer and one finder of people, for every room that reads or shows."""
