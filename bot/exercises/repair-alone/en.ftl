# Repair, alone. Only its writer ever sees it.
title = Repair, alone
about = Look at your own side of what went badly. Only you see it.

who = Who is it about? A name, a letter or an emoji is fine; only you see it.
    .small = Who is it about? Only you see it.
kind =
    To repair does not mean that you were wrong to be upset.

    It is not for fear, threats, or being hurt. What was it?
    .small = Was it a clumsy moment, or were you afraid?
    .clumsy = It went badly between us
    .afraid = I was afraid, threatened or hurt
resting-note = There is a rest on this one. It can wait until the rest is over.
when = Has it been over for a while? Twenty quiet minutes help before this.
    .small = Has it been over for a while?
    .just-now = It was just now
    .earlier = It was earlier
cool-note = Then twenty quiet minutes first. A note comes after that.
note = Open it?
    .open = Open
    .not-now = Not now

# ── own side ──
felt = What did you feel? Pick one or type your own.
    .small = What did you feel?
    .hurt = hurt
    .angry = angry
    .not-heard = not heard
    .alone = alone
set-off = What set it off for you? One moment is plenty.
    .small = What set it off for you?
different = Is there one thing you would do differently? "Nothing" is fine too.
    .small = One thing you would do differently?
    .nothing = nothing
friend = How would somebody who likes you both see it? One line is plenty.
    .small = How would a friend of both see it?

# ── owning a part ──
did =
    If you want, own one part of it. You can skip this.

    It goes on like this: I …
    .small = Own one part of it, or skip: I …
did-starts = I
effect = What did it do, as you see it now? It goes on like this: I see that it …
    .small = What did it do? I see that it …
effect-starts = I see that it | It
will = And one small act for the next time? It goes on like this: Next time I will …
    .small = Next time I will …
will-starts = Next time I will | Next time I'll | I will | I'll
draft = These are words that you could say. Nothing goes out from here.
    .small = Words that you could say.
    .fine = Fine
    .edit = Edit
card-owned = Words that you could say
card-owned-did = I { $did }
card-owned-effect = I see that it { $effect }
card-owned-will = Next time I will { $will }
act = What is one small thing you will do these days? So small that it costs little.
    .small = One small thing you will do these days?
    .ask-first = Ask first, then answer
    .tea = Put my phone away when they talk
    .walk = Take a slow walk before we talk
    .note = Leave a kind note

# ── the end ──
calmer = How is it for you now? Only you see this.
    .calmer = Calmer
    .unchanged = The same
    .worse = Worse
worse-note =
    Then it is fine to leave it here. Somebody you trust can help with this one.

    Type break for a quiet minute, or help to see help lines.
end = Do you want to tell them a small part of it yourself? Leaving it is just as good.
    .small = Tell them a small part of it?
    .real = In real life
    .nothing = Leave it here
real-note = Then type real, and your words are the first choice there. They wait there for a day.
nothing-note = Okay. That is all for this one, and nothing of it is kept outside this chat.
