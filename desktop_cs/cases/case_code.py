"""The bar code of a case, printed on its slips: the number in digits alone.

With a Chinese input method on, the letters of a scanned code are eaten; digits pass.
Source: look.md, "scanner".
"""

LEAST_DIGITS = 5  # a shorter burst of keys is no scan.  Source: look.md, "scanner"
MOST_DIGITS = 7  # the shortest bar code of a shop's goods, EAN-8, has eight


def scan_code(number: int) -> str:
    """Return what is printed as bar code for the case with this number, such as "00012".

    Raises:
        ValueError: No case can have this number, or it is too long to be told from an article's code.
    """
    code = f"{number:0{LEAST_DIGITS}d}"
    if number < 1 or len(code) > MOST_DIGITS:
        message = f"case number {number}: 1 to {MOST_DIGITS} digits can be scanned"
        raise ValueError(message)
    return code


def case_number_of(code: str) -> int | None:
    """Return the number of the case whose bar code this is, or None where it is no such code."""
    if not (code.isascii() and code.isdecimal()) or len(code) > MOST_DIGITS:
        return None
    number = int(code)
    return number if number and scan_code(number) == code else None
