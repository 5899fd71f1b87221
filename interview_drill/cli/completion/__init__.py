"""`drill completion SHELL`: scripts that complete a command line without starting Python.

    the table of commands --places.py--> what may be typed where --bourne.py (bash, zsh), fish.py--> a script
"""
