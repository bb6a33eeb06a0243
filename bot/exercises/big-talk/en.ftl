# A big talk, planned. The talk itself takes place elsewhere.
title = Plan a big talk
about = Plan a big talk, step by step. The talk itself is yours, away from here.

who =
    A big talk is not for fear, threats, or being hurt; for that, type help.

    Who is it with? A name, a letter or an emoji is fine; only you see it.
    .small = Who is the talk with? Only you see it.
matter = What is it about? A few words are plenty, and they are not kept.
resting-note =
    There is a rest on this one. A big talk can wait until the rest is over.

    Alone you can do much: type shrink, jar or practice. These are people who listen; their hours stand beside them:
known = This is what you know already. Ready to plan?
    .go-on = Go on
where = Where is a good place for it? Pick one or type your own.
    .small = Where is a good place?
    .walk = on a walk
    .kitchen = at the kitchen table
    .bench = on a quiet bench
time = And when? A time at which neither of you is hungry or tired is good.
    .small = And when?
    .weekend = a weekend morning
    .after-food = after a meal
length = How long may it take? A short one can be followed by another.
    .twenty = 20 minutes
    .forty = 40 minutes
    .hour = An hour
screens = Phones away for that time?
    .away = Phones away
    .fine = Phones are fine
need = What do you need from it most?
    .hear-me = Hear me
    .decide = Help me decide
    .know = Just know it
sign = What is your stop sign, if it gets too much? They can use it too.
    .small = What is your stop sign?
    .hand-up = A hand up
    .say-pause = Saying "pause"
way-back = And the way back after a stop?
    .twenty-minutes = Back in twenty minutes
    .tomorrow = Back tomorrow
act = If the hard moment comes, what will you do? It goes on like this: then I will …
    .small = If it gets hard, then I will …
    .breathe = take one slow breath
    .say-stop = use my stop sign
    .ask-back = ask what they heard
act-starts = Then I will | Then I'll | I will | I'll
after = Who is there for you after it? A name or a place is plenty.
    .small = Who is there for you after it?
look = This is your card. You can keep it in this chat, or read it aloud when the time comes.
    .small = Keep this card?
    .keep = Keep it here
    .edit = Edit
    .drop = Let it go
card-plan = A talk, planned
card-plan-who = With: { $who }
card-plan-where = Where: { $where }
card-plan-time = When: { $time }
card-plan-length = How long: { $length }
card-plan-screens = { $screens }
card-plan-need = What I need most: { $need }
card-plan-sign = My stop sign: { $sign }
card-plan-way-back = The way back: { $way-back }
card-plan-act = If it gets hard, then I will { $act }
card-plan-after = There for me after it: { $after }
kept-note = It stands in this chat now, and nowhere else. Type hide to take it out again.
dropped-note = Okay. Nothing of it is kept.
