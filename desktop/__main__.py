"""The program's start: a console command where one is named, else the window."""

from __future__ import annotations

import sys


def main(argv: list[str] | None = None) -> int:
    """Run the program.

    Args:
        argv: the words after the program's name; those of the process by default.

    Returns:
        The exit code.
    """
    if hasattr(sys, "frozen"):
        # In the packaged program a worker process starts here too.
        import multiprocessing

        multiprocessing.freeze_support()
    _tidy()
    words = sys.argv[1:] if argv is None else argv
    from desktop.cli.command_names import is_command

    if is_command(words):
        from desktop.cli.main import run_command

        return run_command(words)
    from desktop.gui import run

    return run(words)


def _tidy() -> None:
    """Remove, beside the work, what killed runs of the single-file program left behind."""
    if not hasattr(sys, "_MEIPASS"):
        return
    from threading import Thread

    from desktop.files.temp_cleanup import hold, sweep, unpacked

    own = unpacked()
    if own is not None:
        hold(own)
        Thread(target=sweep, args=(own,), daemon=True).start()


if __name__ == "__main__":
    sys.exit(main())
