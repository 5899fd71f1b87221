"""What the prover's own process runs: directed rewriting into SymPy's polynomial rings. Only prover.py imports it."""
