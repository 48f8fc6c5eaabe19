"""The dossier: planned from rows, rendered sheet by sheet, bound in one pass per volume."""
