"""The room that shows the record: tables, dossier, exports."""
