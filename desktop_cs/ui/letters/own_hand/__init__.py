"""A person's own hand and signature: the sheet, its scan, writing on the screen, the signature."""
