"""The prover's own process: goals in, proofs out, one JSON line each way. Started by path, never imported.

    python -I -S prover.py FOLDER...        the folders hold this package and SymPy

{"rows": [...], "goals": [{"left", "right", "symbols", "substitutions", "almost"}], "cpu": seconds} is answered by
{"proved", "reason", "cpu"}; trees are row numbers (wire.py). Where the CPU time runs out the kernel ends the process
(SIGPROF); it also ends with its standard input. Where a system has no such limits, the client's clock ends it.
"""

from __future__ import annotations

import json
import signal
import sys
import threading
import time

MEMORY = 1 << 30
LIFE = 1800
STACK = 256 << 20
DEPTH = 20_000


def main() -> None:
    sys.path[:0] = sys.argv[1:]
    _limit()
    sys.setrecursionlimit(DEPTH)
    threading.stack_size(STACK)
    worker = threading.Thread(target=_serve)
    worker.start()
    worker.join()


def _limit() -> None:
    """Address space and CPU time for life, where the system can; an interrupt at the keyboard is the parent's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:
        return
    for limit, value in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, LIFE), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(limit, (value, value))
        except (OSError, ValueError):
            continue


def _serve() -> None:
    import sympy  # noqa: F401 - what takes long is done before the first goal

    from interview_drill.formula.proving.decision import holds
    from interview_drill.formula.proving.goal import Goal
    from interview_drill.formula.proving.space import Unsupported
    from interview_drill.formula.wire import trees

    def prove(request: dict) -> str | None:
        made = trees(request["rows"])
        for goal in request["goals"]:
            try:
                if not holds(Goal(**_with_trees(goal, made))):
                    return "open"
            except Unsupported as reason:
                return f"unsupported-{reason}"
        return None

    _say({"ready": True})
    for line in sys.stdin:
        _say(_answer(json.loads(line), prove))


def _answer(request: dict, prove: object) -> dict:
    start = time.process_time()
    _allow(request["cpu"])
    try:
        reason = prove(request)
    except (RecursionError, MemoryError) as error:
        reason = type(error).__name__
    except Exception as error:  # a fault of ours is no proof, and must not cost the learner the verdict
        reason = f"fault-{type(error).__name__}"
    _allow(0)
    return {"proved": reason is None, "reason": reason, "cpu": time.process_time() - start}


def _with_trees(goal: dict, made: list) -> dict:
    """The goal with trees in place of row numbers."""
    replaced = {name: made[row] for name, row in goal["substitutions"].items()}
    return {**goal, "left": made[goal["left"]], "right": made[goal["right"]], "substitutions": replaced}


def _allow(seconds: float) -> None:
    """Ends the process after so many seconds of CPU time; 0 takes the limit back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _say(message: dict) -> None:
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
