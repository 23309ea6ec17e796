"""Everything that ends on paper; the only folder that knows reportlab."""
