"""The manager’s month on the screen."""
