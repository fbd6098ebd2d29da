"""Say it or keep it: a doubt, a fear or a hope of one's own."""
