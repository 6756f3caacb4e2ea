"""Facts into the record: identity, loading, audit."""
