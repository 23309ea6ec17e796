"""Safety: whether the shop's data is safe, backups, keys, the trail, erasing."""
