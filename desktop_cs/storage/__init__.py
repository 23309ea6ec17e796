"""Everything that touches the data folder: the database file, its key and its copies. peewee stays inside."""
