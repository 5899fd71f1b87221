"""Whether a file's texts say the same in every language, each language in its own signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from interview_drill.bank.formulas import differing
from interview_drill.bank.numerals import numerals
from interview_drill.bank.prose import below, texts
from interview_drill.bank.punctuation import half_width
from interview_drill.feedback import LANGUAGES
from interview_drill.kinds.specimen import Mistake
from interview_drill.source import Source


def translations(source: Source, declared: tuple[str, ...] = ()) -> Iterator[Mistake]:
    """Texts that lack a language, `$` signs that do not pair, formulas and numbers that differ, half-width signs.

    Every text needs the languages declared; where none is, those that the file uses at all.
    """
    found = list(texts(source.data, (*LANGUAGES, *declared)))
    wanted = declared or sorted({language for _, text in found for language in text})
    for path, text in found:
        for language in wanted:
            if not text.get(language):
                yield Mistake(path, "fault-language-missing", {"missing": language})
        said = {language: words for language, words in text.items() if isinstance(words, str)}
        yield from _unpaired(path, said) or _differing(path, said, source)
        yield from _miscounted(path, said, source)
        if "zh" in said:
            yield from _half_width(below(path, "zh"), said["zh"], source)


def _unpaired(path: str, said: Mapping[str, str]) -> list[Mistake]:
    odd = (language for language, words in said.items() if words.replace(r"\$", "").count("$") % 2)
    return [Mistake(below(path, language), "fault-dollar") for language in odd]


def _differing(path: str, said: Mapping[str, str], source: Source) -> list[Mistake]:
    found = differing(said)
    if found is None:
        return []
    language, formula = found
    at = source.within(below(path, language), formula)
    return [Mistake(path, "fault-formula-differs", {"formula": formula, "prose": language}, at)]


def _miscounted(path: str, said: Mapping[str, str], source: Source) -> Iterator[Mistake]:
    """Numbers that one language quotes more often than another: a slip in one of the two, however small."""
    found = {language: [one for one in numerals(words, code=True) if one.notable] for language, words in said.items()}
    counts = {language: Counter(one.form for one in mine) for language, mine in found.items()}
    for language, mine in found.items():
        more = [form for form in counts[language] if any(counts[language][form] > one[form] for one in counts.values())]
        for one in {one.form: one for one in mine if one.form in more}.values():
            spelled = said[language][one.at : one.end].strip()
            at = source.within(below(path, language), spelled)
            yield Mistake(path, "fault-number-differs", {"numeral": spelled, "prose": language}, at)


def _half_width(path: str, words: str, source: Source) -> Iterator[Mistake]:
    for _, around in half_width(words):
        yield Mistake(path, "fault-half-width", {"around": around}, source.within(path, around))
