"""Python, NumPy and SymPy one-liners -> trees. The text is parsed, looked at node by node, and never run.

    source        text -> Python's own syntax tree, and the place of each node in the text as typed
    statements    imports, assignments, functions, return -> the expression that is the answer
    expressions   operators, names, conditions -> trees        (table of node types: what is not in it is refused)
    subscripts    z[k], a[:, None], z.shape[0]
    loops         comprehensions over range, zip, enumerate and arrays
    accumulating  loops that add up; lasting: what they leave behind; filling: loops that set an array
    scoping       which value a name has inside of a function
    calls         functions and methods by their names: functions, reductions, means, arrays
    libraries     what a prefix or an import says, where libraries differ: divergences, tensors
    memory        which names share an array that is changed in place
"""
