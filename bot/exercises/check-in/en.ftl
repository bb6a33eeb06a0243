# A check-in, alone. Nothing of it is shown to anybody else.
title = A check-in
about = See how it is inside, in a tap or two. Only you see it.

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

family =
    How is the weather inside? Pick one.

    You can stop after that.
    .small = How is the weather inside?
    .warm = Warm
    .sore = Sore
    .heated = Heated
    .dark = Dark, or numb
    .mixed = A bit of each

words =
    Which words fit? Pick up to three, or type your own.
    .small = Which word fits?

energy =
    How much energy is there, from 1 to 5?
    .small = How much energy, 1 to 5?

text =
    Is there a because? One line is plenty.
    .small = Is there a because?

need =
    What would be good now?
    .rest = Rest
    .talk = A talk
    .fun = Some fun
    .space = Space
    .nothing = Nothing

short-note = ✓ Noted, for you alone.

after =
    Only you see this. What may become of it?
    .keep = Keep it for me
    .share = Make it a small share
    .jar = Into my jar
    .drop = Keep nothing

kept-note =
    ✓ Kept, for you alone.

    Type look to see what you kept.

share-note =
    Okay. Your line is there as a ready answer in your next share, for a day.

    Nobody sees it before you send it.
    .small = Okay. Your line is a ready answer in your next share.

chosen = With somebody here, or in real life?
    .small-share = Get a code
    .by-name = By name
    .real-life = In real life

by-name-note = Type share and their name.
by-name-note-discord = Use /share and pick the person.

jar-note = ✓ It is in your jar.

dropped-note = Okay. Nothing of this was kept.
