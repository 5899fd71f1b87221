"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import errno
import os
import signal
import sys
from typing import NoReturn

from interview_drill.cli import screen
from interview_drill.cli.commands import PipeClosed, run
from interview_drill.cli.exit_codes import BANK_INVALID, INTERRUPTED, REFUSED
from interview_drill.errors import BankError, DrillError


def main() -> NoReturn:
    """Run `drill` with the arguments of the process and leave with the exit code that README.md lists."""
    _survive_narrow_encodings()
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BankError as error:
        screen.faults(error.faults)
        code = BANK_INVALID
    except DrillError as error:
        screen.complain(error.message, **error.facts)
        code = REFUSED
    except KeyboardInterrupt:
        code = INTERRUPTED
    except (BrokenPipeError, PipeClosed):
        code = _close_pipe()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        _close_pipe()
        screen.complain("no-space", reason=error.strerror)
        code = REFUSED
    sys.exit(code)


def _survive_narrow_encodings() -> None:
    """An output that is not UTF-8 shows a question mark for what it lacks; it never ends the program."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


def _close_pipe() -> int:
    """Whoever read our output has enough: end silently, and keep the interpreter from flushing into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def ignore_hangups() -> None:
    """A terminal that goes away ends the program by an exception that cleans up, not by a signal that does not."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, lambda *_: sys.exit(INTERRUPTED))
