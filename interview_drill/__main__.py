"""`python -m interview_drill` is `drill`."""

from interview_drill.cli import main

if __name__ == "__main__":
    main()
