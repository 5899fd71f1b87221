"""Mathematics at a terminal: LaTeX and syntax trees as lines of text (plane.py) or as one line (linear.py).

    LaTeX --reader--> shapes <--setting-- tree          shapes --painting--> lines, --flat--> one line, --tex--> LaTeX
"""
