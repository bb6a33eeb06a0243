"""Help lines: an entry of the list, and what of the list is shown to one person.

A field is said once: its type holds the form, and in words what is wanted. The reading of a
file takes both from here.
"""

from datetime import date, timedelta
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

UNCHECKED = "unverified-by-person"  # in `verified_by`: nobody has compared it with the line itself
LONGEST = 180  # days that an entry may be shown after it was checked (safety D6.1)

Topic = Literal["suicide", "emotional", "abuse", "sexual-violence", "lgbtq", "youth", "emergency"]

Country = Annotated[
    str,
    Meta(
        pattern=r"^(?!UK\Z)[A-Z]{2}\Z",
        description='two capital letters of ISO 3166, such as "DE"; the United Kingdom is "GB"',
    ),
]
Name = Annotated[
    str,
    Meta(pattern=r"^[^\s][^\x00-\x1f\x7f]{0,79}\Z", description="one line of 80 letters at most"),
]
Topics = Annotated[
    tuple[Topic, ...],
    Meta(
        min_length=1,
        description="a list of suicide, emotional, abuse, sexual-violence, lgbtq, youth, emergency",
    ),
]
Languages = Annotated[
    tuple[Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?\Z")], ...],
    Meta(description='a list of languages, such as ["de", "pt-BR"]'),
]
Number = Annotated[
    str,
    Meta(
        pattern=r"^[0-9+*#(][0-9 +*#()-]{1,23}\Z",
        description="a number in quotes, as it is dialled inside the country",
    ),
]
Keyword = Annotated[
    str, Meta(pattern=r"^\w[\w ]{0,19}\Z", description="what to write in a text, in short")
]
Link = Annotated[
    str,
    Meta(pattern=r"^https://[^\s/]+\.[^\s]+\Z", description="an address that begins with https://"),
]
Sources = Annotated[
    tuple[Annotated[str, Meta(pattern=r"^https?://\S+\Z")], ...],
    Meta(min_length=1, description="a list of the addresses where it was seen"),
]
Seen = Annotated[
    str,
    Meta(
        pattern=r"^\d{4}(-\d{2}(-\d{2})?)?\Z",
        description='a year, a month or a day in quotes, such as "2026-05"',
    ),
]
Day = Annotated[date, Meta(description="a day such as 2026-11-22, without quotes")]
Days = Annotated[
    int, Meta(ge=1, le=LONGEST, description=f"a whole number of days, {LONGEST} at most")
]
Remark = Annotated[str, Meta(pattern=r"^[^\x00-\x1f\x7f]+\Z", description="one line of text")]


class Helpline(msgspec.Struct, frozen=True, kw_only=True):
    """One line of one country. What is empty is not known."""

    country: Country
    name: Name
    topics: Topics
    languages: Languages = ()
    phone: Number = ""
    sms: Number = ""
    sms_word: Keyword = ""  # what the text must say, where it must say something
    chat_url: Link = ""
    hours: Remark = ""
    cost: Remark = ""
    source_urls: Sources
    seen_on: Seen = ""  # newest date on any source
    verified_on: Day
    verified_by: Remark
    expires_after_days: Days = LONGEST
    note: Remark = ""  # for whoever checks it

    @property
    def key(self) -> tuple[str, str]:
        """Country and name: an entry with the same key takes this one's place."""
        return self.country, self.name.casefold()

    @property
    def expires_on(self) -> date:
        """The first day on which it is no longer shown."""
        return self.verified_on + timedelta(days=self.expires_after_days)


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """What one person is shown, in this order; emergency numbers stand first in each list."""

    country: str = ""  # as the person said; empty: not told
    checked: tuple[Helpline, ...] = ()  # by a person, and not long ago
    unchecked: tuple[Helpline, ...] = ()  # only ever shown with words that say so

    @property
    def helps(self) -> bool:
        """Whether there is a line to talk to, and not emergency numbers alone."""
        return any("emergency" not in line.topics for line in (*self.checked, *self.unchecked))
