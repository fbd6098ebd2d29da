"""Stories: own setbacks and successes, and to whom each was told."""
