# Shrink a hard talk. From a big thing to one small true bit.
title = Shrink a hard talk
about = Find one small true bit of a big thing, and a soft way to begin. Only you see it.

big =
    What is the big thing? Only you see this, and it is not kept.

    If it is hard to name: what are you not saying? A tap is enough, and so is nothing.
    .small = What is the big thing? Only you see it.
    .not-said = There is something I am not saying
    .avoided = Something we step around
    .want = Something I want and have not asked for
    .still-hurts = Something that still hurts
size = If it is met badly, how much would it sting, from 1 to 10?
    .size-1 = 1, a shrug
    .size-2 = 2, a pinch, gone by tonight
    .size-3 = 3, still there tomorrow
    .size-4 = 4, low for a day
    .size-5 = 5, it touches you two a little
    .size-6 = 6, an old sore spot
    .size-7 = 7, shame or fear
    .size-8 = 8, deep
    .size-9 = 9, hard to bear
    .size-10 = 10, hardest of all
too-big-note = That is a very big one. This may deserve a person you trust.
too-big = Would you like to plan a talk about it, or look for a small bit of it here?
    .plan = Plan a talk
    .go-on = Look for a small bit
    .enough = Enough for now
plan-note = Then type big-talk when you want, and we plan it step by step. The talk itself is yours.
enough-note = Okay. That is all for this one.

moment =
    What is the smallest true bit of it?

    Think of one moment in which it showed up this week. One line is plenty.
    .small = One moment in which it showed up this week?
    .stung = A message that stung a bit
    .laughed-off = Something I laughed off but minded
    .said-fine = A plan changed and I said "fine"
    .left-out = I felt left out
family = What was there first, before the anger or the going quiet?
    .small = What was there first?
    .warm = Warm
    .sore = Sore
    .heated = Heated
    .dark = Dark or numb
    .mixed = Mixed
words = Which words fit? Pick up to three, or type your own.
    .small = Which word fits?
start =
    Now a soft start, in one or two lines. Begin with what you felt.

    It may go like this: "I feel … about …. I would like …".
    .small = Say it softly: "I feel … about …. I would like …".
card-start = A soft start
card-start-start = { $start }
look = This is how it would begin. Only you see it.
    .fine = It is fine
    .edit = Write it another way
size-now = And this small bit: if it is met badly, how much would it sting?
    .size-1 = 1, a shrug
    .size-2 = 2, a pinch, gone by tonight
    .size-3 = 3, still there tomorrow
    .size-4 = 4, low for a day
    .size-5 = 5, it touches you two a little
    .size-6 = 6, an old sore spot
    .size-7 = 7, shame or fear
    .size-8 = 8, deep
    .size-9 = 9, hard to bear
    .size-10 = 10, hardest of all
smaller-note = That is still a big one. A smaller bit is just as true.
still-big-note = It stays big today, and that is fine. It can wait for another day, or for a person you trust.

still-big = Would you like to keep the words you found, or let them go?
    .keep = Keep them for me
    .let-go = Let them go
let-go-note = Okay. They are gone, and nothing is kept.

use = That is small enough to carry. What would you like to do with it?
    .share = Use it in a share
    .real = Say it in real life
    .jar = Put it in my jar
    .park = Keep it for later
share-note = Then type share and a name. Your words are there as a ready answer, for a day.
real-note = Then type real. Your words are there as a ready answer, for a day.
jar-note = ✓ It is in your jar.
full-note = Your jar is full. Type jar to let some cards go, or pick another way.
parked-note = Okay. It is kept for you alone, and you can delete it any time.
