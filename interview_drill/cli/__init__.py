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
from interview_drill.stack import with_room


def main() -> NoReturn:
    """Run `drill` with the arguments of the process and leave with the exit code that README.md lists."""
    _open_missing_streams()
    _survive_narrow_encodings()
    _forget_impossible_sizes()
    try:
        code = with_room(lambda: run(sys.argv[1:]))
        sys.stdout.flush()
    except BankError as error:
        screen.faults(error.faults)
        code = BANK_INVALID
    except DrillError as error:
        screen.complain(error.message, **error.facts)
        code = REFUSED
    except KeyboardInterrupt:
        screen.interrupted()
        code = INTERRUPTED
    except (BrokenPipeError, PipeClosed):
        code = _close_pipe()
    except OSError as error:
        code = _refused(error)
    sys.exit(code)


def _open_missing_streams() -> None:
    """A stream that the caller closed leads nowhere. Else the next file opened would get its number, and our words."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115 (for the rest of the run)


def _forget_impossible_sizes() -> None:
    """A width of 0 columns (some containers say so) would show nothing at all."""
    for name in ("COLUMNS", "LINES"):
        said = os.environ.get(name, "1")
        if not (said.isascii() and said.isdigit() and int(said)):
            del os.environ[name]


def _survive_narrow_encodings() -> None:
    """An output that is not UTF-8 shows a question mark for what it lacks; it never ends the program."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")


def _refused(error: OSError) -> int:
    """Say which file the system refused, or that the output has no room; anything else is a mistake of ours."""
    if error.errno == errno.ENOSPC:
        _close_pipe()
        screen.complain("no-space", reason=error.strerror)
    elif error.filename is not None:
        screen.complain("file-refused", file=os.fsdecode(error.filename), reason=error.strerror)
    else:
        raise error
    return REFUSED


def _close_pipe() -> int:
    """Whoever read our output has enough: end silently, and keep the interpreter from flushing into the closed pipe."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def ignore_hangups() -> None:
    """A terminal that goes away ends the program by an exception that cleans up, not by a signal that does not.

    Under `nohup` it does not end at all.
    """
    if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        signal.signal(signal.SIGHUP, lambda *_: sys.exit(INTERRUPTED))
