"""`python -m interview_drill` is `drill`."""

import sys

INTERRUPTED = 130

if __name__ == "__main__":
    try:
        from interview_drill.cli import main  # a pool's processes read this file too, and need no command line

        main()
    except KeyboardInterrupt:  # while the program was still being loaded
        sys.exit(INTERRUPTED)
