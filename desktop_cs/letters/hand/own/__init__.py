"""A person's own hand: the sheet that they write once, and how it becomes a hand that writes letters."""
