"""A sentence: what is wrong, and what to do about it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.errors import JuanzongError
from app.translating import Translate
from app.visible_text import visible


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is wrong, and what to do about it. Both end without a full stop."""

    reason: str
    remedy: str = ""
    stop: str = "。"

    def __str__(self) -> str:
        """Join reason and remedy the way a message box shows them."""
        return "".join(f"{part}{self.stop}" for part in (self.reason, self.remedy) if part).rstrip()


#: The sentence about an error, for those who lie below all that it words.
Describe = Callable[[JuanzongError], Sentence]


def filled(template: Sentence, data: Mapping[str, object], translate: Translate) -> Sentence:
    """Put the data into a sentence, in the reader's language; names in it are made visible."""
    reason, remedy = (
        visible(translate(text).format_map(data), keep_lines=True) if text else ""
        for text in (template.reason, template.remedy)
    )
    return Sentence(reason, remedy, translate(template.stop))


class Defaulting(dict[str, object]):
    """Data of a sentence; what is not known shows as a dash."""

    def __missing__(self, key: str) -> str:
        """The dash."""
        return "—"
