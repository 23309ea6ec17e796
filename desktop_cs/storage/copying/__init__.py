"""Backups: made, kept as long as needed, checked, tried out, put back; what a damaged file still holds."""
