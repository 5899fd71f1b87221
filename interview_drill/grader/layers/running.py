"""A child's life: read the settings, put on the limits and layers, load the program, answer call after call.

What is described here is described by the program's own process. One that rewrites these frames or this memory can have
other numbers sent than it returned, and hide what it did to an array's shape or to a list. It cannot learn which are
expected, and what became of the bytes of an input array the parent sees for itself.
"""

from __future__ import annotations

import builtins
import errno
import gc
import json
import linecache
import mmap
import os
import random
import sys
import types
from contextlib import suppress
from signal import ITIMER_REAL, setitimer
from sys import setprofile, setswitchinterval, settrace
from time import perf_counter
from warnings import catch_warnings, simplefilter

import limits
import numpy as np
import numpy.fft
import numpy.linalg
import numpy.random
import replies
from replies import HEADER, frame, packed, unpack

__builtins__ = dict(vars(builtins))
decode = json.JSONDecoder().scan_once
from_pipe, to_pipe, leave, collecting = os.read, os.write, os._exit, gc.callbacks
"""From here on nothing is looked up in a module that a program may patch, the built-in names included."""

OURS = ("limits", "replies", "running", "landlock", "seccomp")
FILE = "answer.py"
REQUEST, REPLY, RULES = 3, 4, 5
MOST_TEXT = 300
MOST_KEPT, LARGE = 100, 2**20
"""So many earlier answers are remembered, to see whether they stay what they were; of more bytes, the last one only."""


def run(pipes, rules, notes, kernel):
    """Never returns to the supervisor's code: ends when the parent closes the pipe."""
    limits.alone()
    memory = take_descriptors(pipes, rules)
    settings = receive()
    for library in settings["libraries"]:
        with suppress(ImportError):
            __import__(library)
    if "torch" in sys.modules:
        replies.know(sys.modules["torch"])
    level, notes = confine(settings, rules, list(notes), kernel)
    random.seed(os.urandom(16))
    numpy.random.seed()
    send(frame({"ready": True, "level": level, "notes": notes}))
    step_back()
    serve(memory)


def step_back():
    """What this process is made of cannot be imported by a program; and __main__ is not the supervisor's."""
    for name in OURS:
        sys.modules.pop(name, None)
    sys.modules["__main__"] = types.ModuleType("__main__")


def take_descriptors(pipes, rules):
    """0-5 become: nothing to read, output, output, requests, replies, Landlock's rules; all else is closed.

    Returns the memory in which the inputs lie: mapped, so that it needs no descriptor and nobody can cut it short.
    """
    kept = [os.dup2(pipe, 100 + place) for place, pipe in enumerate((*pipes, *([] if rules is None else [rules])))]
    request, reply, output, inputs = kept[:4]
    memory = mmap.mmap(inputs, 0)
    nothing = os.open(os.devnull, os.O_RDONLY)
    moves = [(nothing, 0), (output, 1), (output, 2), (request, REQUEST), (reply, REPLY)]
    if rules is not None:
        moves.append((kept[4], RULES))
    for source, target in moves:
        os.dup2(source, target, inheritable=False)
    limits.close_all_but({target for _, target in moves if target > 2})
    return memory


def confine(settings, rules, notes, kernel):
    """The layers, each where it can be had; "kernel sandbox" needs both of the kernel's, and a trial of them."""
    missing = limits.restrict(settings["memory"], settings["seconds"])
    notes += [f"no-{name.lower().replace('_', '-')}" for name in missing]
    filtered = kernel and filter_calls(rules, notes)
    if not filtered and not limits.limited("RLIMIT_NPROC", 0):
        notes.append("no-rlimit-nproc")
    if not filtered or rules is None:
        return "process only", notes
    return ("kernel sandbox", notes) if refused() else ("process only", [*notes, "not-effective"])


def filter_calls(rules, notes):
    """Put on Landlock where there are rules, then seccomp; whether seccomp holds from here on."""
    landlock, seccomp = sys.modules.get("landlock"), sys.modules.get("seccomp")
    if seccomp is None:
        return False
    try:
        if rules is not None:
            landlock.restrict(RULES)
            os.close(RULES)
        seccomp.restrict()
        return True
    except landlock.Unavailable:
        notes.append("no-seccomp")
        return False


def refused():
    """Whether the layers hold: opening the root folder and a socket are tried."""
    try:
        os.close(os.open("/", os.O_RDONLY))
        return False
    except OSError as error:
        if error.errno != errno.EACCES:
            return False
    return sys.modules["landlock"].libc.socket(1, 1, 0) < 0


def receive():
    """The next message."""
    length, _ = HEADER.unpack(read(HEADER.size))
    return decode(read(length).decode(), 0)[0]


def read(count):
    """So many bytes of the request; where it has ended, so does the process."""
    parts = []
    while count:
        part = from_pipe(REQUEST, min(count, 1 << 20))
        if not part:
            leave(0)
        parts.append(part)
        count -= len(part)
    return b"".join(parts)


def send(data):
    """Write a frame, all of it."""
    data = memoryview(data)
    while data:
        data = data[to_pipe(REPLY, data) :]


def serve(memory):
    """Load and call what the messages say, until there are no more.

    The token of a message waits on the stack: there it is in no variable and in no container.
    """
    entry, kept = None, []
    while True:
        message = receive()
        if "source" in message:
            entry = respond(message.pop("token"), load(message))
        else:
            respond(message.pop("token"), answer(entry, message, memory, kept))


def respond(token, answered):
    """Send a reply, what was printed before it; `answered` is (what to return, the reply, its arrays' bytes)."""
    result, reply, blobs = answered
    data = frame({**reply, "token": token}, blobs)
    flush()
    send(data)
    return result


def load(message):
    """(the entry function or None, what became of reading the program, no bytes)."""
    linecache.cache[FILE] = (len(message["source"]), None, message["source"].splitlines(True), FILE)
    module = types.ModuleType("answer")
    module.np = np
    module.__builtins__ = vars(builtins)
    sys.modules["answer"] = module
    try:
        code = compile(message["source"], FILE, "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return None, unreadable(error), ()
    try:
        with catch_warnings():
            simplefilter("ignore")
            exec(code, module.__dict__)
    except BaseException as error:
        return None, raised(error), ()
    entry = module.__dict__.get(message["entry"])
    if not callable(entry):
        return None, {"status": "no-entry"}, ()
    return entry, {"status": "returned"}, ()


def unreadable(error):
    """The reply to a program that is no Python."""
    reason = getattr(error, "msg", None) or type(error).__name__
    return {
        "status": "unreadable",
        "text": str(reason)[:MOST_TEXT],
        "line": getattr(error, "lineno", None),
        "column": getattr(error, "offset", None),
    }


def raised(error):
    """The exception's type, text and the line of the program that it came from; a text that raises is left out."""
    text = ""
    with suppress(BaseException):
        text = str(error)[:MOST_TEXT]
    line, frame_ = None, error.__traceback__
    while frame_ is not None:
        if frame_.tb_frame.f_code.co_filename == FILE:
            line = frame_.tb_lineno
        frame_ = frame_.tb_next
    return {"status": "raised", "error": str(type(error).__name__)[:80], "text": text, "line": line}


def answer(entry, message, memory, kept):
    """(None, the reply to a call, the bytes of its arrays); `kept` gains the answer, which later calls must not touch.

    What came back is described before anything of the program's runs again: the text of an error or a warning is.
    """
    inputs = unpacked(message, memory)
    value, error, seconds, caught = called(entry, inputs)
    after, blobs = packed(inputs)
    told, more = packed(value)
    overwrote = overwritten(kept, message["recall"])
    reply = {"status": "returned", "after": after, "seconds": seconds, "overwrote": overwrote}
    if error is None:
        keep(kept, value, told, more)
        reply["value"], blobs = told, blobs + more
    else:
        reply |= raised(error)
    reply["warnings"] = [[w.category.__name__[:40], str(w.message)[:80]] for w in caught[:20]]
    return None, reply, blobs


def unpacked(message, memory):
    """The inputs of a call."""
    inputs, at = [], message["at"]
    for described in message["inputs"]:
        value, at = unpack(described, memory, at)
        inputs.append(value)
    return inputs


def called(entry, inputs):
    """(what was returned, what was raised, seconds, warnings)."""
    value, failure = None, None
    with catch_warnings(record=True) as caught:
        simplefilter("always")
        began = perf_counter()
        try:
            value = entry(*inputs)
        except BaseException as error:
            failure = error
        still()
        seconds = perf_counter() - began
    return value, failure, seconds, caught


def still():
    """Hooks, timers and threads of the program's get no turn between its return and the description of the answer."""
    settrace(None)
    setprofile(None)
    setitimer(ITIMER_REAL, 0)
    setswitchinterval(0.005)
    collecting.clear()


def keep(kept, value, told, blobs):
    """Remember an answer."""
    if kept and sum(map(len, kept[-1][1][1])) > LARGE:
        kept.pop()
    kept.append((value, (told, blobs)))
    del kept[:-MOST_KEPT]


def overwritten(kept, recall):
    """Whether the last answer is no longer what it was, or any of them where `recall` asks for all."""
    return any(packed(value) != before for value, before in (kept if recall else kept[-1:]))


def flush():
    """What was printed leaves before the answer does."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(BaseException):
            stream.flush()
