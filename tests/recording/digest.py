"""The digest of a record, as its edition has it."""

from inspections.recording.digests import digest_of, sum_up


def digest(record):
    return digest_of(sum_up(record))
