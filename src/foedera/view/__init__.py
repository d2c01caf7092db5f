"""Views: tables, explanations, dossiers and exports, made from a record's rows alone."""
