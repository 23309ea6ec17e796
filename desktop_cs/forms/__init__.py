"""How questions work: definitions read from forms/*.toml, and checked answers. No Qt here."""
