"""Troth under keys, sizes and pastes that nobody would choose: nothing breaks, nothing is lost."""
