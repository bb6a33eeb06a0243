# A look at what one kept for oneself. Nothing in it is counted, and it names nobody.
title = A look at my own
about = What you kept for yourself, drawn and in words. Only you get it.

what = What do you want to look at? Only you get it.
    .check-ins = My check-ins
    .guesses = My guesses, and how it was
    .enough = Nothing now

whom = With whom? One at a time.
    .none = None of them

nothing-yet-note = Nothing of that is kept, and that is fine.

away-note = Type hide to take it out of this chat.

bye-note = Okay.
