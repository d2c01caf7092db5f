"""foedera reads news reports and keeps one sourced record of what states agree and do."""

__version__ = "0.1.0"
