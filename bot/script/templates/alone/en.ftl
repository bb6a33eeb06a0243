# What it says. On the left stands a name out of exercise.toml, on the right what people read.
# Short sentences, two at most; an empty line begins a new bubble. A line that goes on is indented.
title = TITLE
about = One question and a line of your own. Only you see it.

# The question of [step.how], and under it a name for each answer. `.small` is for days on
# which even reading is hard: one short line.
how =
    How was today, all in all?

    There is no wrong answer.
    .small = How was today?
    .easy = Easy enough
    .hard = Hard

line =
    What was hard? One line is plenty.

    Only you see this.
    .small = What was hard? One line.

good-note = Good to know. That is all.
end-note = That is all. You can stop here.
