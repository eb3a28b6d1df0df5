"""What every room stands on: errors, words, progress, clock, ids, paths, log, crash, late.

A closed list.
"""
