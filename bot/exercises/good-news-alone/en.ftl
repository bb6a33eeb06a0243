# Good news in real life. The other one never needs the bot.
title = Good news, in real life
about = You tell somebody one good thing yourself, and look at how it was met. Only you see it.

who = Whom would you like to tell? A name, a letter or an emoji is fine; only you see it.
    .small = Whom would you like to tell? Only you see it.
resting-note = There is a rest on this one. It can wait until the rest is over.
text = What went well? A small thing is plenty.
    .small = What went well?
    .went-well = Something went well
    .made-it = I made something, or got it done
    .kind = Somebody was kind to me
    .looking-forward = There is something I look forward to
meaning = What does it mean to you? You can skip this.
    .small = What does it mean to you?

card-crutch = Your good news
card-crutch-text = { $text }
card-crutch-meaning = What it means to me: { $meaning }
when = Would you like a note about it? It says nothing on the screen, and no note is fine.
    .small = Would you like a note about it?
    .none = No note
    .hour = In an hour
    .evening = This evening
    .tomorrow = Tomorrow
went =
    Tell it in your own words. The card is only a crutch.

    Did you tell it? All three answers are fine, and you can come back later.
    .small = Did you tell it, in your own words?
    .did = Did it
    .not-yet = Not yet
    .changed = Changed my mind
note = Open it?
    .open = Open
    .not-now = Not now
parked = Okay. It stays here for some days, and you can open it when you like.
    .small = Okay. It stays here for some days.
    .open = Open
    .enough = Close it
changed-note = Okay. Changing your mind is a full answer.

cared =
    How did their answer feel? Only you see this.

    Did you feel cared for?
    .small = Did you feel cared for?
    .no = No
    .some = Some
    .yes = Yes
respected = Did you feel respected?
    .no = No
    .some = Some
    .yes = Yes
gentle = Was it gentle with you?
    .no = No
    .some = Some
    .yes = Yes
band = All in all, how was it?
    .good = Really good
    .middle = In the middle
    .bad = Not good
flat-note = Good news can sting when it is met flat. You don't have to do anything with this.
learning = Is there one thing that you learned? It is for you alone.
    .small = One thing that you learned?
over-note = That is all for this one.
