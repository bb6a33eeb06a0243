# The care guide: what helps, for whoever is meant to know. Plain lines, taken back at any time.
title = My care guide
about = Write down what helps you and what does not. You choose, line by line, who may see it.

what =
    What would you like to do with your guide?

    Nobody sees a line unless you say so.
    .small = What would you like to do with your guide?
    .write = Write a line
    .look = Look at my lines
    .theirs = Look at somebody else's
    .enough = That is all
enough-note = Okay. Type guide to come back here.
full-note = Your guide is full. Look at your lines and let some go first.

feeling = When is it for?
    .sad = When I am sad
    .hurt = When I am hurt
    .angry = When I am angry
    .ashamed = When I am ashamed
    .scared = When I am scared
    .numb = When I am numb
    .happy = When I am happy
    .back-out = Never mind
part = What do you want to say?
    .helps = What helps
    .not = What does not help
    .tell = How you can tell
    .after = What is good after
    .back-out = Never mind
text =
    Put it in one short line, the way you would say it.

    Such as: sit with me first, and don't fix it yet.
    .small = Put it in one short line.
who =
    Who may see this line?

    You can pick several, or only you. What they see here is not told to anybody else.
    .small = Who may see this line?
    .nobody = Only me
    .back-out = Never mind
as-seen =
    This is what { $who } will see.

    It comes up right before they answer you, and when they look.
    .small = Show this to { $who }?
    .show = Show it
    .only-me = Keep it for me
    .write-anew = Write it anew
    .other-people = Somebody else
    .leave = Never mind
shown-note =
    ✓ { $who } may see it from now on.

    To take it back any time, look at your lines. Nobody is told, and what was read stays in their chat.
kept-note = ✓ Kept, for you alone. To change it or let it go, look at your lines.
left-note = Okay. The line is as it was.
never-mind-note = Okay. No line was written.
refused-note = I can't pass this on as it is. You can write it another way, or skip.

line = What do you want to do with this line?
    .next = Next
    .take-back = Only me from now on
    .other-people = Change who sees it
    .change = Write it anew
    .drop = Let it go
    .back-out = Enough looking
taken-back-note = ✓ Only you see it now. Nobody is told.
dropped-note = Okay, it is gone.
no-more-note = There are no more lines to look at just now.

whose =
    Whose would you like to look at?

    They are not told that you look, whatever there is.
    .small = Whose would you like to look at?
    .back-out = Never mind
nobody-yet-note = There is nobody yet. People come up here once you have begun something with them.
which = What is it about?
    .sad = When they are sad
    .hurt = When they are hurt
    .angry = When they are angry
    .ashamed = When they are ashamed
    .scared = When they are scared
    .numb = When they are numb
    .happy = When they are happy
    .back-out = Never mind
theirs = Would you like to see something else?
    .other-feeling = Another feeling
    .somebody-else = Somebody else
    .enough = That is all

# ── around one's own line ──
about-sad = When you are sad
about-hurt = When you are hurt
about-angry = When you are angry
about-ashamed = When you are ashamed
about-scared = When you are scared
about-numb = When you are numb
about-happy = When you are happy
seen-by = Who may see it: { $people }
seen-by-nobody = Only you see it.
