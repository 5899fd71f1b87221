"""Programs decided by running them: recipes draw vectors, a sandboxed worker answers them, checks read the traces.

    examining.examine(task.Examination, source, seed) -> report.Report

The candidate's program lives in a process of its own that never receives an expected value; the oracle lives in
another.
"""
