"""The file that holds the records: where it lies, its key, its engine, how it is copied and checked."""
