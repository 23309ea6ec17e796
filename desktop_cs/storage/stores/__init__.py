"""Where each kind of thing is kept and found."""
