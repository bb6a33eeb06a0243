# Now: for a moment in which thinking is hard. One question, one tap.
title = Right now
about = One thing that you wrote when you were calm, a tap away.

card = You wrote this when you were calm. Want to use it?
    .send = Send it as a share
    .read = Read it to them
    .not-this = Not this one
    .pause = Pause

send-note =
    Okay. Type share and their name.

    Your card comes up as an answer when you are asked what it is about.
    .small = Okay. Type share and their name.
send-note-discord =
    Okay. Use /share and pick the person.

    Your card comes up as an answer when you are asked what it is about.
    .small = Okay. Use /share and pick the person.

tell-note = Okay. Type share and their name, and put it in your own words there.
tell-note-discord = Okay. Use /share and pick the person, and put it in your own words there.

read-note = Read it out as it stands, or in your own words. You can stop after one line.

plan = You wrote this when you were calm. Want to use it?
    .do-it = I do that now
    .pause = Pause
    .not-now = Not now

done-note = Okay. One small step is plenty.

quiet = There is nothing more here just now. A pause?
    .pause = Pause
    .enough = No, that is all

enough-note = Okay. You can come back any time.
