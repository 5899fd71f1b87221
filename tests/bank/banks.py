"""Small banks for tests."""

from __future__ import annotations

from pathlib import Path

from interview_drill.bank import Bank
from interview_drill.bank.files import files

TOPIC = "name: {en: Topic, zh: 主题}\norder: 1\n"
HEAD = """\
kind: choice
level: 2
revision: 1
title: {en: Title, zh: 标题}
stem: {en: Which?, zh: 哪个？}
hints: [{en: Think., zh: 想想。}]
"""
OPTIONS = """\
options:
  right: {text: {en: r, zh: 对}, why: {en: Because., zh: 因为。}}
  first: {text: {en: a, zh: 甲}, why: {en: Not a., zh: 不是甲。}}
  second: {text: {en: b, zh: 乙}, why: {en: Not b., zh: 不是乙。}}
  third: {text: {en: c, zh: 丙}, why: {en: Not c., zh: 不是丙。}}
key: right
"""
SOUND = HEAD + OPTIONS


def write(root: Path, **questions: str) -> Path:
    """A folder with one topic and these questions (underscores in names become hyphens)."""
    topic = root / "topic"
    topic.mkdir(parents=True, exist_ok=True)
    (topic / "topic.yaml").write_text(TOPIC, encoding="utf-8")
    for name, text in questions.items():
        (topic / f"{name.replace('_', '-')}.yaml").write_text(text, encoding="utf-8")
    return root


def bank(root: Path, *more: Path, replacing: bool = False) -> Bank:
    """A bank of these folders alone."""
    return Bank(root, tuple(files(folder) for folder in (root, *more)), replacing)
