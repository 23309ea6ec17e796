"""The keys of the shop's records: who or what opens them, and the small file that says so."""
