"""The manager's month: figures counted by the day things were done."""
