"""The room that turns files into reports."""
