# A look at the week for two. Each answers alone; both thanks are shown together, or none is.
title = A look at the week for two
about = Each of you picks one thanks. It is shown at one time, and only if both of you show one.

# ── the invite ──
pace = A look at the week for two, with { $other }. How long may it take?
    .live = Live, 20 minutes
    .slow = Slow, a day
place = Where do the cards go? In a shared place the two of you see them; with me in between, each stays in your own chat.
    .small = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite =
    { $other } would like to look at the week with you. It takes about 3 minutes of your time, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks for a look at the week for two: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.
explained = You each write one thanks, if you like. Both are shown together or none is, and saying no is told to nobody.
muted-note = Okay. No invites from this person reach you any more, and they are not told.
begun = It has begun.

# ── alone ──
look-note =
    You each look back on your own, and may pick one thanks. At the end of the time, when both are awake, both are shown at once.

    If one of you shows none, nothing is shown. Then it closes like one that nobody answered.
thanks = What would you like to thank them for, from this week? Pick one, type your own, or skip.
    .small = One thanks for this week?
    .listened = You listened
    .asked = You asked me something
    .told-me = You told me something real
    .stayed = You stayed when it was hard
    .time = You made time
    .laugh = You made me laugh
preview-opener = This is what they will see, if they show one too. Until the end of the time you can type undo.
    .small = Show this, if they show one too?
    .send = Show it
    .edit = Change it
    .keep = Keep it to myself
preview-joiner = This is what they will see, if they show one too. Until the end of the time you can type undo.
    .small = Show this, if they show one too?
    .send = Show it
    .edit = Change it
    .keep = Keep it to myself

# ── together ──
card-from-opener = A thanks from { $by }
card-from-opener-thanks = { $thanks }
card-from-joiner = A thanks from { $by }
card-from-joiner-thanks = { $thanks }
closed = This one is finished. You can start a new one any time.
