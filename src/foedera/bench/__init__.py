"""Measures foedera: its figures on gold sets beside those of its peers."""
