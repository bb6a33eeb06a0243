# A look at the week: in words, not in counts. What was not done is never named.
title = A look at my week
about = Three minutes for what was, and one intention or none.

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

week = This is a look at your week, for you alone. Go on?
    .go-on = Go on
    .enough = That is all

learning = You noted this once. Keep it until you delete it, change it or drop it?
    .small = Keep this until you delete it?
    .keep = Keep
    .change = Change
    .drop = Drop

new-line = How would you put it now? It stays until you delete it.
    .small = How would you put it now?
dropped-note = Okay, it is gone.

noticed = Only you see this. Go on?
    .go-on = Go on
    .enough = That is all

meaning = Still true for you?
    .keep = Keep
    .change = Change
    .drop = Drop

new-meaning =
    What does connection mean to you, as you see it now?

    One line is plenty. It stays until you delete it.
    .small = What does connection mean to you now? Skipping is fine.

map = Is there something to change in your list of people? It comes at the end.
    .small = Look at your list of people at the end?
    .go-on = Go on
    .look = Look at the end

intention =
    One intention for the days to come, or none?

    You see it again next time.
    .small = One intention, or none?
    .small-thing = Say one small thing
    .listen = Listen once, without fixing
    .rest = Rest from all of this
    .none = None

next-time = And next time?
    .as-it-is = The same
    .change = Another time
    .off = No more of these

bye-note = Okay. That was it.
