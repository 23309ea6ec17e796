"""The part of the desk that keeps the records safe, and knows who is who."""

from functools import cached_property
from typing import TYPE_CHECKING

from desktop_cs.desk.ground import Ground

if TYPE_CHECKING:
    from desktop_cs.desk.attachment_work import AttachmentWork
    from desktop_cs.desk.erasing_work import ErasingWork
    from desktop_cs.desk.key_work import KeyWork
    from desktop_cs.desk.people_work import PeopleWork
    from desktop_cs.desk.person_file import PersonFile
    from desktop_cs.desk.retention_work import RetentionWork
    from desktop_cs.desk.safety_work import SafetyWork
    from desktop_cs.desk.trail_work import TrailWork


class SafeDesk(Ground):
    """What keeps a shop's records safe. Parts are made when they are first needed."""

    @cached_property
    def attachments(self) -> "AttachmentWork":
        """Return the acts on pictures and files of cases."""
        from desktop_cs.desk.attachment_work import AttachmentWork  # noqa: PLC0415 (made when first needed)

        return AttachmentWork(self)

    @cached_property
    def erasing(self) -> "ErasingWork":
        """Return the erasing of people."""
        from desktop_cs.desk.erasing_work import ErasingWork  # noqa: PLC0415 (made when first needed)

        return ErasingWork(self)

    @cached_property
    def person_file(self) -> "PersonFile":
        """Return what writes the file of a person's own data."""
        from desktop_cs.desk.person_file import PersonFile  # noqa: PLC0415 (made when first needed)

        return PersonFile(self)

    @cached_property
    def retention(self) -> "RetentionWork":
        """Return how long words are kept, and letting go what is past that."""
        from desktop_cs.desk.retention_work import RetentionWork  # noqa: PLC0415 (made when first needed)

        return RetentionWork(self)

    @cached_property
    def keys(self) -> "KeyWork":
        """Return the acts on who may open the records."""
        from desktop_cs.desk.key_work import KeyWork  # noqa: PLC0415 (made when first needed)

        return KeyWork(self)

    @cached_property
    def people(self) -> "PeopleWork":
        """Return who signs in, and how."""
        from desktop_cs.desk.people_work import PeopleWork  # noqa: PLC0415 (made when first needed)

        return PeopleWork(self)

    @cached_property
    def safety(self) -> "SafetyWork":
        """Return the acts that keep the data safe."""
        from desktop_cs.desk.safety_work import SafetyWork  # noqa: PLC0415 (made when first needed)

        return SafetyWork(self)

    @cached_property
    def trail(self) -> "TrailWork":
        """Return who did what, and whether that is whole."""
        from desktop_cs.desk.trail_work import TrailWork  # noqa: PLC0415 (made when first needed)

        return TrailWork(self)
