"""Follow-ups: what is planned for a customer after the resolution, and when it reminds."""
