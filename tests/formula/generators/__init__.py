"""Formulas made from the bank's keys: wrong ones (mutants), right ones (rewritings), and text of no meaning at all.

keys.py        every form of every formula question, with its tree
worlds.py      values for the declared names, drawn with a seed of their own
values.py      what a value is, and functions of numbers
evaluation.py  a tree's value in a world, slow and plain: the engine is not asked what is true
judging.py     whether two trees differ
places.py      where in a tree something may be changed; names.py what a scope's names allow
mutating.py    one change that a tired person makes; misplacing.py those of indices, bounds and events
rewriting.py   one true identity; binding.py those of sums and definitions
writing.py     a tree in each notation; pythonic.py in Python
respelling.py  the same text in other signs; labelling.py left-hand sides
soup.py        characters, tokens and ruins of formulas
verdicts.py    many verdicts, without their diagnosis
"""
