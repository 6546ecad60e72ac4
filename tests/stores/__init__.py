"""Tests of kg.stores."""
