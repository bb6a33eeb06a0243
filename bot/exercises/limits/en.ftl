# Which is which, and limits. Only its writer sees it; no verdict about anybody.
title = Which is which, and limits
about = What you want with somebody, what you share where, and what you will do. Only you see it.

who = Who is it about? A name, a letter or an emoji is fine; only you see it.
    .small = Who is it about? Only you see it.
aim =
    What do you want it to be for, these days? There is no right answer, and it may change.
    .small = What do you want it to be for?
    .fun = Fun
    .safety = Safety
    .both = Both
    .unsure = Not sure
    .less = Less of this
here = What do you like to share here?
elsewhere = And what do you keep for elsewhere?

# ── who finds it easier to say no ──
easier = Who finds it easier to say no here? Only you see this.
    .small = Who finds it easier to say no here?
    .me = Me
    .them = Them
    .alike = Both alike
    .not-sure = Not sure
cost = What would a no cost you here? Only you see this, and it is not kept.
    .small = What would a no cost you here?
    .little = Little
    .some = Some
    .afraid = I would be afraid

# ── a limit ──
limit-note = A limit is about what you will do. It does not need the other person to agree.
fine = What are you fine with? It goes on like this: I am fine with …
    .small = I am fine with …
fine-starts = I am fine with | I'm fine with
not-fine = And what not? It goes on like this: I am not fine with …
    .small = I am not fine with …
not-fine-starts = I am not fine with | I'm not fine with
act = If it happens, what will you do? It goes on like this: then I will …
    .small = If it happens, then I will …
    .say-no = say no, once and calmly
    .leave = leave the room for a while
    .later = say that I come back to it later
act-starts = Then I will | Then I'll | I will | I'll
look = This is your card. Only you see it.
    .fine = It is fine
    .edit = Edit
card-limit = What I want here
card-limit-who = With: { $who }
card-limit-here = I share here: { $here }
card-limit-elsewhere = I keep for elsewhere: { $elsewhere }
card-limit-fine = I am fine with: { $fine }
card-limit-not-fine = I am not fine with: { $not-fine }
card-limit-act = If it happens, I will { $act }

# ── fun ──
bid = A small invite that you could send yourself. Is it a good one?
    .take = I like it
    .another = Another one
    .enough = None now
taken-note = Then send it yourself, in your own words, when you like.

# ── the end ──
end = What would you like to do with your card?
    .practise = Practise saying it
    .real = Say it in real life
    .keep = Keep it here
    .drop = Let it go
practise-note = It stands in this chat, to read aloud twice. Then here is more to practise with.
real-note = It stands in this chat. Next come the words and the time for it.
kept-note = It stands in this chat now, and nowhere else. Type hide to take it out again.
dropped-note = Okay. Nothing of it is kept.
