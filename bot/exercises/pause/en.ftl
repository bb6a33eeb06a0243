# Pause when it is too much. No claims about the body; nothing has to be done.
title = Pause
about = A stop, a slow minute if you want one, and a way back.

how =
    Okay. We stop here, and nothing gets sent.

    Do you want a slow minute, or quiet?
    .small = We stop here. A slow minute, or quiet?
    .breathe = Breathe with me
    .quiet = Just quiet

slow-minute = Breathe in while you count to four. Breathe out while you count to six, and go on like that for a minute.

back = When shall I ask again? Nothing happens before that.
    .small = When shall I ask again?
    .minutes-5 = 5 minutes
    .minutes-20 = 20 minutes
    .hour = 1 hour
    .tomorrow = Tomorrow
    .unknown = I don't know

rest = It is quiet now. If something would help, it is here.
    .small = It is quiet now.
    .feet = Feel my feet
    .five = Five things I see
    .water = Cold water
    .out-breath = Slow out-breath
    .ready = Ready to go on

feet-note = Press both feet into the floor. Notice where they touch.
five-note = Name five things that you can see. Any five are fine.
water-note = Hold your hands under cold water, or hold something cool. Stay for a slow count of twenty.
out-breath-note = Let one breath out as slowly as you can. Then let the next one come by itself.

nudge = The time that you set is over. How is it now?
    .small = The time is over. And now?
    .ready = Ready
    .more = More time
    .enough = Enough for today

welcome-back = Okay, and welcome back.
enough-note = Okay. That is enough for today, and nothing more of yours is sent.
