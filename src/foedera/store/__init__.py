"""The room that keeps reports, extractions and judgements."""
