"""Dispatch: archival documents as linked data, every voice, hedge and word position kept."""

__version__ = "0.1.0"
