"""Serial numbers as people write them: scanned in capitals, typed by hand in small letters."""


def same_serial(one: str, other: str) -> bool:
    """Return whether two serial numbers name one device; "" names none."""
    return bool(one) and one.casefold() == other.casefold()


def ways_to_write(serial: str) -> tuple[str, str, str]:
    """Return how a serial number may stand in the records: as it is, in capitals, in small letters."""
    return serial, serial.upper(), serial.lower()
