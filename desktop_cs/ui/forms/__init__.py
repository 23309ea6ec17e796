"""Shows any form of `desktop_cs.forms` on the screen: one editor per kind of answer, one `FormView`."""
