# A check-in for two. Each answers alone; what both tick is shown together, or nothing is.
title = A check-in for two
about = Each of you answers alone. What you tick is shown at one time, and only if both tick something.

# ── the invite ──
pace = A check-in for two, with { $other }. How long may it take?
    .live = Live, 20 minutes
    .slow = Slow, a day
place = Where do the cards go? In a shared place the two of you see them; with me in between, each stays in your own chat.
    .small = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite =
    { $other } would like to do a check-in for two with you. It takes about 3 minutes of your time, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks for a check-in for two: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.
explained = You each answer a few short questions, and tick what may be shown. Nobody is told what was left out, and saying no is told to nobody.
muted-note = Okay. No invites from this person reach you any more, and they are not told.
begun = It has begun.

# ── alone ──
look-note =
    You each answer on your own, and tick what may be shown. At the end of the time, when both are awake, both cards are shown at once.

    If one of you ticks nothing, nothing is shown. Then it closes like one that nobody answered.
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
closed = This one is finished. You can start a new one any time.
