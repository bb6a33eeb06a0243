# What it says. On the left stands a name out of exercise.toml, on the right what people read.
# Short sentences, two at most; an empty line begins a new bubble. A line that goes on is indented.
# { $other } becomes the name of the other person.
title = TITLE
about = One of you writes a line, and the other reads it.

# ── the invite: each answer has a name under the question ──
invite =
    { $other } would like to do a short exercise with you: one line to read.

    You can say no, and nobody is told.
    .small = { $other } asks you to read one line. Yes?
    .yes = Yes
    .not-now = Not now
    .mute = No invites from this person
asked =
    I ask { $other } now. It may take a while.

    This is the code, if you want to give it by hand: { $code }
already-open = { $other } has asked you already. You can answer that one.
muted-note = Okay. No invites from this person reach you now, and they are not told.
begun = { $other } said yes.

# ── writing ──
line =
    What would you like to tell { $other }? One line is plenty.
    .small = One line for { $other }?
look =
    This is how { $other } will see it.
    .small = Like this?
    .send = Send
    .edit = Change it
    .keep = Keep it to myself

# ── what is handed over: its heading, and its line ──
card-note = From { $by }
card-note-line = { $line }

# ── reading ──
thanks =
    You can answer with a tap.
    .small = One tap?
    .thank-you = Thank you
    .read-it = I read it
thanked-note = { $other } says thank you.
end-note = That is all for this one.
