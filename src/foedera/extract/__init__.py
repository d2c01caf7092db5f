"""The room that reads mentions, attributions and claims out of sentences."""
