"""The room that joins tellings: copies, stories, events, agreements, and why."""
