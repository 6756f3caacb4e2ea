"""A Django database engine for web processes that read a record on a PostgreSQL server: few journeys to it."""
