"""The room that reads mentions, attributions and claims out of sentences."""

from foedera.extract.extractor import Extractor

__all__ = ["Extractor"]
