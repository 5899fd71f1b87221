"""What the program costs beside its peers, as ratios of one interleaved run.

Run by `make bench`; no time is asserted, only what is true or not.
"""
