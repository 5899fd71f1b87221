"""Formulas: read in any notation, decided by numbers, proved by SymPy. An engine that knows no question.

    text --notations--> tree --instantiating--> scalar trees at concrete sizes --agreement--> equal or not, with numbers
                                                                               --proof------> shown to be equal, or not

Nothing is imported here: the plain types (`ast`, `scope`) are wanted without NumPy.
"""
