# One small thing a day, or none. No is as good an answer as yes.
title = One small thing
about = Is there a small one today? It can go into your jar, or to somebody.

note = Open it?
    .open = Open
    .not-today = Not today

fewer =
    Would fewer of these be better, or another time?

    Off is fine too.
    .small = Is this still a good time?
    .open = Open
    .other-time = Another time
    .off = Off

not-today-note = Okay. Nothing is needed.
other-time-note = Type prompts to choose another time, or fewer days.
off-note = ✓ Off. Type prompts to have it back some day.

today = Any small one today?
    .yes = Yes
    .no = No

no-note = That is fine. Nothing is needed.

starter =
    What is it? Pick what comes close, or type your own.

    Only you see it here.
    .small = What is it?
    .stung = A message today that stung a bit
    .laughed = I laughed it off, and I minded
    .fine = A plan changed and I said "fine"
    .left-out = A joke that I was not in on
    .worry = A worry that I would feel silly to say
    .proud = I was proud, and nobody noticed
    .short = I was short with somebody
    .jealous = I was jealous for a minute
    .bored = I was bored when it was meant to be fun
    .alone = I wanted help and did not ask
    .ugly = I did not like my looks today
    .other-reply = Somebody else got the nice reply

where-to = Where may it go?
    .jar = Into my jar
    .share = To somebody
    .leave = Nowhere, it was enough to say it

size = If this is met badly, how much would it sting?
    .shrug = A shrug
    .pinch = A small pinch, gone tonight
    .notice = I would notice it tomorrow
    .more = More than that

full-note = Your jar is full. Type jar to let some cards go first.
too-big-note = That is more than a card should hold, so it is not kept. It can wait for a calm hour, or for a person you trust.
kept-note = ✓ It is in your jar.

share-note =
    Okay. Type share and their name.

    Your words come up as an answer when you are asked what it is about.
    .small = Okay. Type share and their name.
share-note-discord =
    Okay. Use /share and pick the person.

    Your words come up as an answer when you are asked what it is about.
    .small = Okay. Use /share and pick the person.

tell-note = Okay. Type share and their name, and put it in your own words there.
tell-note-discord = Okay. Use /share and pick the person, and put it in your own words there.

left-note = Okay. Nothing of it was kept.
