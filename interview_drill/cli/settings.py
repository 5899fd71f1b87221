"""How this run judges: by the options, and by the seed that was named or else is drawn (and told at the end)."""

from __future__ import annotations

import secrets

from interview_drill.kinds import Settings


def settings_of(seed: int | None, limit_s: float, python: str | None) -> Settings:
    """The settings that the options come to."""
    return Settings(seed=drawn(seed), limit_s=limit_s, python=python)


def drawn(seed: int | None) -> int:
    """The seed itself, or a fresh one in [0, 2^31)."""
    return secrets.randbelow(2**31) if seed is None else seed
