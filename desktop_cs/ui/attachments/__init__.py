"""Pictures and files of a case: the row of them, adding, the large view."""
