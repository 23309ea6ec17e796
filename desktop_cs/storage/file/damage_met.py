"""What is done where damage comes to light in the middle of work."""

from traceback import clear_frames


def let_go(error: BaseException) -> None:
    """Have an error keep no statement of the engine.

    Whoever keeps the error, such as a notice in the window, would keep the statement that met the damage with
    it, and that holds the file open after all connections were closed: no backup could take its place.
    """
    link: BaseException | None = error
    while link is not None:
        clear_frames(link.__traceback__)
        link = link.__cause__ or link.__context__
