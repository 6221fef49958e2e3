"""The public edition: what may be seen of adopted minutes, without a name that should not be there."""
