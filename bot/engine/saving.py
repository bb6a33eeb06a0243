"""Taking an answer over as a setting of the person who gave it."""

from bot.engine import answers
from bot.engine.records import mending
from bot.engine.scene import Scene
from bot.engine.times import standing
from bot.model.person import QuietHours
from bot.model.private import Private
from bot.model.session import Role
from bot.text import places

CONSENT = "2026-11"  # version of the words that were agreed to (method E0 5)
USUAL = "usual"


def save(scene: Scene, role: Role, setting: str, given: Private) -> None:
    """Take an answer over as a setting of the person who gave it."""
    text = given.open_for(answers.ENGINE).removeprefix(answers.OWN)
    match setting:
        case "quiet":
            scene.put_person(
                role, quiet=(None if text == USUAL else places.hours(text)) or QuietHours()
            )
        case "pause_word":
            scene.put_person(role, pause_word="pause" if text == USUAL else text)
        case "meaning":
            scene.put_person(role, meaning=given)
        case "standing":
            standing.answered(scene, role, given)
        case "calmer":
            mending.felt(scene, role)
        case "consent":
            scene.put_person(role, consent=CONSENT if text == "agree" else "")
        case "keep" | "numbers" if scene.person(role).welcomed:
            # what is there is held against the new choice now
            scene.put_person(role, **{setting: text, "due": scene.at})
        case _:
            scene.put_person(role, **{setting: text})
