"""The command line: the same acts as in the window, for headless use and for tests."""
