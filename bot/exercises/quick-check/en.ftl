# One kind question, never a label. No means are named; nothing is kept, nobody is told.
title = A quick check
about = One question, just to you, after words that may mean danger. Nobody else sees it.

check =
    Before we go on, a quick check, just to you.

    Are you thinking of ending your life or hurting yourself?
    .small = Just to you: are you thinking of ending your life or hurting yourself?
    .yes = Yes
    .unsure = I'm not sure
    .no = No, it's a way of speaking
    .rather-not = I'd rather not say

check-hurt =
    Before we go on, a quick check, just to you.

    Is somebody hurting you, or are you afraid of somebody?
    .small = Just to you: is somebody hurting you, or are you afraid of somebody?
    .here = Yes, the other one in this exercise
    .else = Yes, somebody else
    .unsure = I'm not sure
    .no = No, it's a way of speaking
    .rather-not = I'd rather not say

check-hurt-alone =
    A quick check, just to you.

    Is somebody hurting you, or are you afraid of somebody?
    .small = Just to you: is somebody hurting you, or are you afraid of somebody?
    .yes = Yes
    .unsure = I'm not sure
    .no = No, it's a way of speaking
    .rather-not = I'd rather not say

check-harm =
    Before we go on, a quick check, just to you.

    Do you mean that somebody may get hurt?
    .small = Just to you: do you mean that somebody may get hurt?
    .yes = Yes
    .unsure = I'm not sure
    .no = No, it's a way of speaking
    .rather-not = I'd rather not say

check-age =
    Before we go on, a quick check, just to you. This bot is for adults.

    Are you 18 or older?
    .small = Just to you: are you 18 or older?
    .adult = I am 18 or older
    .minor = I am not 18 yet

go-on-note = Okay, on we go.

rather-not-note = That is fine. If you want help lines at any time, type help.

lines-note =
    Thank you for saying so. I send nothing of it, nobody is told, and I keep no note.

    For a day I start nothing shared. I am a program and cannot send help, so here is where people listen.

barrier = Is something making it hard to reach out? Pick what fits, or none.
    .small = What makes it hard to reach out?
    .police = They may send police
    .not-bad-enough = I'm not bad enough
    .cannot-help = They can't help
    .no-talk = I don't want to talk
    .none = None of these

police-note = You can ask that first: "What happens with what I tell you?" Most calls stay a talk.
not-bad-enough-note = You do not have to be at the worst point. Lines are there for hard days too.
cannot-help-note = They may not fix it. A call can still help you get through tonight.
no-talk-note = Many lines take a text or a chat. You can also call and say only, "I am here."

hurt-here-note =
    I send nothing of it, and nobody is told.

    Here is where to turn to. You choose what to do.

    To take my messages out of this chat, type hide.

hurt-else-note =
    I send nothing of it, and nobody is told.

    Here is where to turn to. You choose what to do.

    To take my messages out of this chat, type hide.

harm-note =
    I can't pass this on, and I send nothing of it. A break is a good idea now.

    If somebody is in danger, please call your local emergency number. Here is where people listen in hard moments.

what-now = I stay here as long as you like. What would be good now?
    .small = What would be good now?
    .steady = Something to hold on to
    .tell = Tell someone I trust
    .draft = Back to where I was
    .leave = Stop here

grounding = Pick one, and take your time.
    .small = Pick one, and take your time.
    .feet = Feel my feet
    .five = Five things I see
    .water = Cold water
    .out-breath = Slow out-breath
    .enough = That is enough

feet-note = Press both feet into the floor. Notice where they touch.
five-note = Name five things that you can see. Any five are fine.
water-note = Hold your hands under cold water, or hold something cool. Stay for a slow count of twenty.
out-breath-note = Let one breath out as slowly as you can. Then let the next one come by itself.

tell-note =
    Here are words that you could send to someone you trust. They go out only if you send them yourself.

    "I am not doing well, and I do not want to be alone with it. Can you call me or come by?"

draft-note = Okay. Nothing goes out before you say so.

left-note =
    Okay. We stop here.

    Help is there any time: type help.

young-note =
    Thank you for saying so. This bot is for adults, so we stop here, and nobody is told why.

    Here is where to turn to. You can ask them anything.

young-goodbye = Everything of yours is deleted here now. Take good care of yourself.
