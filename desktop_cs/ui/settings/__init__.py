"""Settings: one page, one topic in each module."""
