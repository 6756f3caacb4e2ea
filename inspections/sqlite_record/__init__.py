"""A Django database engine for a record that is one finished SQLite file: read, never written, replaced as a whole."""
