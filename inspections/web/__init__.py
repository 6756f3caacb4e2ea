"""What a visitor sees: named questions in, pages, JSON and CSV out. Nothing here writes."""
