"""What inspectors said about English councils' services, with the words that prove it."""
