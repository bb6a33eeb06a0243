# Delete: plain words, no question why, and no promise that does not hold.
title = Delete
about = What you want gone from here, and one tap to be sure. Nobody is told.

what = What shall I delete? Nobody is told.
    .everything = All of it
    .person = What I keep about one person
    .round = One round
    .nothing = Nothing

all-of-it =
    This deletes your settings, notes and numbers, and takes you out of all that is open. It cannot be undone, and nobody is told.

    What was sent stays with whoever got it. Your phone and older backups may still hold copies.
    .small = This deletes all that I keep of you. What was sent stays with whoever got it.
    .delete = Delete all of it
    .no = No, keep it

everything-gone = Okay. In less than a minute, nothing of yours is kept here.

whom = Which person is it about?
    .none = None of them

sure-person =
    This deletes your notes, numbers and rests about { $whom }, and takes you out of what is open with them.

    If you had turned off invites from them, those can reach you again. They are not told.
    .small = Delete what I keep for you about { $whom }? Their invites may reach you again.
    .delete = Delete it
    .no = No, keep it

which = Which round is it?
    .none = None of them

sure-round =
    This deletes your own numbers and notes of that round: { $which }. If it is still open, you are out of it.

    What was sent stays with whoever got it. Nobody is told.
    .small = Delete what I keep for you of that round: { $which }? If it is still open, you are out of it.
    .delete = Delete it
    .no = No, keep it

gone = Okay, it is gone. Nobody is told.
nothing-deleted = Okay. Nothing was deleted.
