"""The bank: folders of YAML files -> questions, each file proved by its author's own specimens.

    files.py      which files a folder holds          shaping.py   plain data -> typed data, all mistakes at once
    reading.py    one file -> Question                contents.py  one folder -> entries, topics, order (cached)
    catalog.py    several folders -> one Bank         audit.py     every question judged by what it claims
    figures.py    every number quoted is computed     schema.py    the types as a JSON Schema, for editors

`open_bank` reads nothing yet; a bank with mistakes raises BankError when it is first asked for its index.
"""

from interview_drill.bank.catalog import Bank, open_bank
from interview_drill.bank.entries import Entry, QuestionSet, Topic

__all__ = ["Bank", "Entry", "QuestionSet", "Topic", "open_bank"]
