# A standing time for a check-in for two. Each says yes alone, and each sees their own clock.
title = Check-ins for two at set times
about = The two of you choose a time once. Each gets a quiet note, and what you both tick is shown.

# ── agreeing ──
when =
    When would a check-in for two with { $other } suit you? Pick one, or type it.

    Such as: Sundays at 18:00. They see it by their own clock.
    .small = When would it suit you?
    .sundays = Sundays at 6 pm
    .evenings = Every night at 8
    .mornings = Every day at 9
    .weekdays = Weekdays at 6 pm
sure =
    { $when }

    Ask { $other } about this?
    .ask = Ask them
    .another = Another time
invite =
    { $other } would like a check-in for two with you at set times. It takes about 3 minutes each time, and either of you can end it any time.

    By your clock: { $when }

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks for a check-in for two at set times. { $when } { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.
explained = At each time you both get a quiet note, and answer alone. Only what you both tick is shown, and nobody is told who has ended it.
muted-note = Okay. No invites from this person reach you any more, and they are not told.
agreed =
    ✓ That is set. Each of you gets a quiet note at that time, by your own clock.

    Type prompts to see it or to end it. Ending it is told to nobody.

# ── each time ──
note = Open it?
    .open = Open
    .not-today = Not today
    .off = No more of these

family = How is the weather inside? Pick one, or skip.
    .small = How is the weather inside?
    .warm = Warm
    .sore = Sore
    .heated = Heated
    .dark = Dark, or numb
    .mixed = A bit of each
words = Which words fit? Pick up to three, or type your own.
    .small = Which word fits?
energy = How much energy is there, from 1 to 5?
    .small = How much energy, 1 to 5?
text = Is there a because? One line is plenty.
    .small = Is there a because?
need = What would be good now?
    .rest = Rest
    .talk = A talk
    .fun = Some fun
    .space = Space
    .nothing = Nothing
tick-opener = What may be shown? Tick it; the rest stays with you, and skip shows nothing.
    .small = What may be shown? Skip shows nothing.
    .family = The weather
    .words = The words
    .energy = The energy
    .text = The because
    .need = What would be good
tick-joiner = What may be shown? Tick it; the rest stays with you, and skip shows nothing.
    .small = What may be shown? Skip shows nothing.
    .family = The weather
    .words = The words
    .energy = The energy
    .text = The because
    .need = What would be good
preview-opener = This is what they will see, if they show something too. Until the end of the time you can type undo.
    .small = Show this, if they show something too?
    .send = Show it
    .edit = Change it
    .keep = Keep it to myself
preview-joiner = This is what they will see, if they show something too. Until the end of the time you can type undo.
    .small = Show this, if they show something too?
    .send = Show it
    .edit = Change it
    .keep = Keep it to myself

# ── together ──
card-from-opener = A check-in from { $by }
card-from-opener-family = The weather inside: { $family }
card-from-opener-words = Words for it: { $words }
card-from-opener-energy = Energy, from 1 to 5: { $energy }
card-from-opener-text = Because: { $text }
card-from-opener-need = What would be good: { $need }
card-from-joiner = A check-in from { $by }
card-from-joiner-family = The weather inside: { $family }
card-from-joiner-words = Words for it: { $words }
card-from-joiner-energy = Energy, from 1 to 5: { $energy }
card-from-joiner-text = Because: { $text }
card-from-joiner-need = What would be good: { $need }
heard = You both showed something. One tap tells them that you read it; skipping is told to nobody.
    .small = Tell them that you read it?
    .heard-you = I heard you
card-heard-opener = From { $by }
card-heard-opener-heard = { $heard }
card-heard-joiner = From { $by }
card-heard-joiner-heard = { $heard }
closed = This one is finished.
