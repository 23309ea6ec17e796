"""The part of the desk that keeps the records safe, and knows who is who."""

from desktop_cs.desk.ground import Ground


class SafeDesk(Ground):
    """What keeps a shop's records safe. Parts are made when they are first needed."""
