"""Formulas made from the bank's keys: wrong ones (mutants), right ones (rewritings), and text of no meaning at all.

keys.py        every form of every formula question, with its tree
worlds.py      values for the declared names, drawn with a seed of their own
evaluation.py  a tree's value in a world, slow and plain: the engine is not asked what is true
judging.py     whether two trees differ
mutating.py    one change that a tired person makes
rewriting.py   one true identity
writing.py     a tree in each notation; pythonic.py in Python
respelling.py  the same text with other signs
soup.py        characters, tokens and ruins of formulas
"""
