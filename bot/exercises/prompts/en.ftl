# Notes at times that a person chooses. The note itself is a plain line; what it is for opens with a tap.
title = Notes
about = A quiet note at times you choose. At most one a day, and never while you want quiet.

kind =
    What may a note be for? You choose the time next.

    All of them are off until you choose.
    .small = What may a note be for?
    .check-in = A check-in
    .small-one = One small thing
    .jar = My jar and plan
    .weekly-review = A look at my week
    .practice = Listening practice
    .together = A set time for two
    .enough = That is all

when =
    When? Pick one, or type it.

    Such as: weekdays 7:30, or off until Monday.
    .small = When?
    .mornings = Every morning at 9
    .evenings = Every evening at 8
    .weekdays = Weekdays at 18:00
    .sundays = Sundays at 18:00
    .off = Off

sure =
    { $when }

    Keep it like this?
    .keep = Keep
    .another = Another time
    .leave = Leave it as it was

allowed = You have notes turned off. May they come again?
    .discreet = Yes
    .none = No notes
kept-note = ✓ Kept. You can change it here any time.

off-note = ✓ Off.

left-note = Okay. Nothing was changed.

enough-note = Okay. Type prompts to come back here.

# ── times for two ──
whom = Which one is it about?
    .none = None of these
none-set-note = There is no set time for two. Type check-in-times and their name to ask somebody.
end-it =
    End it for you? The other one is not told, and may still get a note at that time.
    .small = End it for you?
    .end = End it
    .leave = Leave it as it was
ended-note = ✓ Ended for you. Nobody is told.
