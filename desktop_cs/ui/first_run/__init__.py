"""The first run: three short pages, then the shop is open."""
