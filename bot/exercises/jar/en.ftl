# The jar and the plan. Calm, short, and for the person alone.
title = My jar and plan
about = Write small things down while it is calm. They are at hand when it is not.

note = Open it?
    .open = Open
    .not-today = Not today

fewer =
    Would fewer of these be better, or another time?

    Off is fine too.
    .small = Is this still a good time?
    .open = Open
    .other-time = Another time
    .off = Off

not-today-note = Okay. Nothing is needed.
other-time-note = Type prompts to choose another time, or fewer days.
off-note = ✓ Off. Type prompts to have it back some day.

reread =
    You wrote this when you were calm. Reading it once is all.
    .small = You wrote this when you were calm.
    .fine = It is fine
    .go-in = Change something

what = What would you like to do with your jar or plan?
    .add = Add a card
    .look = Look at my cards
    .later = What I saved for later
    .plan = My if-then plan
    .enough = That is all

enough-note = Okay. Type now when you need it, and jar to come back here.

text =
    What small thing could you tell somebody one day? Put it the way you would say it.

    Only you see it here.
    .small = What small thing could you tell one day?

size = If this is met badly, how much would it sting?
    .shrug = A shrug
    .pinch = A small pinch, gone tonight
    .notice = I would notice it tomorrow
    .more = More than that

too-big =
    That is more than a card should hold. What is the smallest true bit of it?

    You can write that bit, or leave it for now.
    .small = That is more than a card should hold. Write a smaller bit?
    .again = Write a smaller bit
    .leave = Leave it for now

left-note = Okay. It was not kept.
full-note = Your jar is full. Look at your cards and let some go first.
kept-note = ✓ It is in your jar.

card = Keep it, change it, or drop it?
    .keep = Keep
    .change = Change
    .drop = Drop
    .back-out = Enough looking

new-text = How would you say it now?
dropped-note = Okay, it is gone.
no-more-note = There are no more cards to look at just now.

later-one = You saved this for later. What would you like to do with it?
    .use = Use it now
    .to-jar = Put it in my jar
    .next = Next
    .drop = Drop
    .back-out = Enough looking

later-size = If this is met badly, how much would it sting?
    .shrug = A shrug
    .pinch = A small pinch, gone tonight
    .notice = I would notice it tomorrow
    .more = More than that

later-used-note =
    Okay. Type share and their name, or type real.

    Your words come up as an answer when you are asked what it is about.
    .small = Okay. Type share and their name, or type real.
later-used-note-discord =
    Okay. Use /share and pick the person, or type real.

    Your words come up as an answer when you are asked what it is about.
    .small = Okay. Use /share and pick the person, or type real.
later-told-note = Okay. Type share and their name, and put it in your own words there.
later-told-note-discord = Okay. Use /share and pick the person, and put it in your own words there.
later-full-note = Your jar is full. This one stays saved for later.
later-too-big-note = That is more than a card should hold. It stays saved for later.
later-kept-note = ✓ It is in your jar now.
later-dropped-note = Okay, it is gone.
no-later-note = There is nothing more that you saved for later.

plan-now = This is your plan. Keep it, change it, or drop it?
    .keep = Keep
    .change = Change
    .drop = Drop

unplanned-note = Okay. Nothing was changed.
plan-gone-note = Okay, the plan is gone.

sign =
    How do you notice that it gets too much? Pick one, or type your own.

    It goes on like this: If I notice …
    .small = How do you notice that it gets too much?
    .quiet = that I go quiet
    .loud = that my voice gets loud
    .hot = that my face gets hot
    .leave = that I want to walk out
    .back-out = Never mind

act =
    And what will you do then? Pick one, or type your own.

    It goes on like this: then I will …
    .small = And what will you do then?
    .say-pause = say my pause word
    .open-jar = open my jar
    .say-small = say: small one
    .back-out = Never mind

rehearse =
    If I notice { $sign }, then I will { $act }.

    Type it once, the way you would say it. That makes it easier to find later.
    .small = If I notice { $sign }, then I will { $act }. Say it once to yourself.
    .said-it = I said it to myself

planned-note = ✓ That is your plan. Type now in a hot moment, and it is here.
