"""`desktop-cs`: opens the window, runs the command that was typed, or draws pictures for it."""

import gc
import sys

from desktop_cs.start_words import names_command


def main() -> int:
    """Return the exit code of the window or the command."""
    words = sys.argv[1:]
    if words == ["--picture-process"]:
        from desktop_cs.attachments.picture_process import main as draw_pictures  # noqa: PLC0415 (that process alone)

        return draw_pictures()
    if names_command(words):
        from desktop_cs.cli.main import main as run_command  # noqa: PLC0415 (the window does not need it)

        return run_command(words)
    gc.disable()  # nothing that a start makes is waste: looking through it takes 7 % of the time
    from desktop_cs.ui.quick_imports import spare_the_sources  # noqa: PLC0415 (commands do not need Qt)

    spare_the_sources()
    from desktop_cs.app import main as open_window  # noqa: PLC0415 (as above)

    return open_window(words)


if __name__ == "__main__":
    sys.exit(main())
