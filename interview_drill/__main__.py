"""`python -m interview_drill` is `drill`."""

if __name__ == "__main__":
    from interview_drill.cli import main  # a pool's processes read this file too, and need no command line

    main()
