"""The candidate's process. Started by path (`python -I -S worker.py CONTROL CONFIG`), imported by nobody.

A supervisor loads NumPy once and forks a child for each program it is told to run. It has never seen the bank, and the
parent talks to the child past it, over pipes and memory that arrive with the order. The supervisor is the subreaper of
everything its child starts, so that the order to end one ends a daemonised grandchild as well.

    parent                    supervisor                  child
    RUN + pipes, memory ->    fork, tell its id      ->   limits, layers, "ready"
    frames  <------------------------------------------>  load, then one call after the other
    END ->                    kills until none is left
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import signal
import socket
import struct
import sys
import time

HERE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "layers")
CONTROL = int(sys.argv[1])
CONFIG = json.loads(sys.argv[2])
sys.path[:0] = [HERE]
sys.path += CONFIG["paths"]

import limits  # noqa: E402  (the folder of the layers has to be on the path first)
import running  # noqa: E402

RUN, END = b"R", b"E"


def layers():
    """(rules of Landlock, None where they cannot be had or are not wanted; notes of what is missing)."""
    if not CONFIG["kernel"]:
        return None, ["switched-off"]
    if not sys.platform.startswith("linux"):
        return None, ["no-kernel-layers"]
    import landlock
    import seccomp  # the child finds it loaded; its folder is off the path by then

    seccomp.prepare()
    try:
        return landlock.ruleset(CONFIG["readable"]), []
    except landlock.Unavailable:
        return None, ["no-landlock"]


def main():
    """The supervisor: starts a process for a program, and clears it away, as it is told."""
    limits.process_control(limits.PR_SET_CHILD_SUBREAPER, 1)
    limits.process_control(limits.PR_SET_DUMPABLE, 0)
    rules, notes = layers()
    sys.path.remove(HERE)
    sys.dont_write_bytecode = True  # a program leaves none behind
    gc.freeze()  # a child that collects garbage would copy every page of the libraries
    control = socket.socket(fileno=CONTROL)
    control.sendall(b"U")
    child = 0
    while True:
        order, pipes, _, _ = socket.recv_fds(control, 1, 4)
        if order == RUN:
            child = start(pipes, rules, notes)
            control.sendall(struct.pack(">i", child))
        elif order == END:
            clear(child)
            control.sendall(b"X")
        else:
            clear(child)
            with contextlib.suppress(OSError):
                os.rmdir(os.getcwd())
            os._exit(0)  # taking NumPy down in good order would cost the parent's exit as much as a graded answer


def start(pipes, rules, notes):
    """A process for one program; its id."""
    child = os.fork()
    if child == 0:
        try:
            running.run(pipes, rules, notes, CONFIG["kernel"])
        finally:
            os._exit(70)
    for pipe in pipes:
        os.close(pipe)
    return child


def clear(child):
    """Kill the child's group, then whoever falls to the supervisor, until nobody is left."""
    if child:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
    while True:
        for process in children():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        try:
            process, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if process == 0:
            time.sleep(0.0005)


def children():
    """Processes whose parent is this one; where /proc is missing, only the child's group is known."""
    with contextlib.suppress(OSError), open(f"/proc/self/task/{os.getpid()}/children", encoding="ascii") as listed:
        return [int(process) for process in listed.read().split()]
    return [int(name) for name in processes() if parent(name) == os.getpid()]


def processes():
    """The ids of all processes, as text; none where there is no /proc."""
    return [name for name in os.listdir("/proc") if name.isdigit()] if os.path.isdir("/proc") else []


def parent(process):
    """The id of a process's parent; 0 where it is gone."""
    try:
        with open(f"/proc/{process}/stat", "rb") as line:
            return int(line.read().rpartition(b")")[2].split()[1])
    except OSError:
        return 0


if __name__ == "__main__":
    main()
