"""Texts that are longer than a platform takes at once, cut where it hurts least."""


def cut(text: str, most: int) -> list[str]:
    """The text in parts of at most `most` characters, cut between paragraphs, lines or words."""
    parts = []
    while len(text) > most:
        cuts = (text.rfind(gap, 1, most) for gap in ("\n\n", "\n", " "))
        at = next((at for at in cuts if at > 0), most)
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*parts, text]
