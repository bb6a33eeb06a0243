# The map: a person's own list. Only its owner ever sees it, and nobody stands beside anybody else.
title = My people
about = A list of your people, for you alone: what you want with each, and how it feels.

person = Who would you like to look at?
    .small = Pick one, or add somebody.
    .add = Add somebody
    .draw = As a picture
    .away = Those I put away
    .done = Done
away-person = These are put away. Who would you like to look at?
    .small = These are put away.
    .add = Add somebody
    .to-list = Back to the list
nobody-away-note = Nobody is put away.
bye-note = Okay. Type map to come back to it.

# ── somebody new ──
hello-note =
    This is a list of your people, and only you see it. Nobody is told that they are on it.

    Some people are great for fun. Some you want to feel safe with.

    Some are both. There is no right mix.
    .small = This is a list of your people, and only you see it.
who = Who comes to mind? A name, a letter or an emoji is fine.
    .small = Who comes to mind?
aim = What would you like with this one? You can change it any time.
    .small = What would you like with this one?
    .fun = Fun
    .safety = To feel safe
    .both = Both
    .unsure = Not sure
    .less = Less of this
seen = Which kinds do you let them see? Pick all that fit.
    .small = Which kinds do you let them see?
    .warm = Warm
    .sore = Sore
    .heated = Heated
    .dark = Dark or numb
felt = How safe does it feel with them? 1 is not at all, 5 is very.
    .small = How safe does it feel, from 1 to 5?
wish = Is there one thing that you wish for with them? One line, or skip it.
    .small = One wish with them?
more = ✓ It is on your list. Would you like to add another one?
    .small = ✓ It is on your list. Another one?
    .another = Add another
    .done = Done

# ── one of them ──
change = Would you like to change something?
    .small = Change something?
    .aim = What I want
    .seen = What they see
    .felt = How safe it feels
    .wish = My wish
    .to-list = Back to the list
    .try = Try something
    .rename = Another name
    .first = Put it first
    .put-away = Put it away
    .off = Take it off
try-chosen = What would you like to try with this one? Nothing here is a must.
    .small = What would you like to try?
    .small-share = A small share, by a code
    .real-life = A small share in real life
    .to-one = Not now
try-fun-chosen = A small invite that you could send yourself. Good news with a code is there too.
    .small = An invite of your own, or good news?
    .good-news = Good news, by a code
    .to-one = Not now
try-less-chosen = You want less of this one. Would you like to look at a limit?
    .small = Look at a limit?
    .limits = Look at a limit
    .to-one = Not now
good-news = Want to try one tiny hard one? Staying with good news is just as good.
    .small = Want to try one tiny hard one?
    .how = How would I?
    .not-now = Not now
    .never = No such notes
how-note = Type share and their name, or real for one in real life. Something that stings like a 1 is plenty.
how-note-discord = Use /share and pick the person, or type real for one in real life. Something that stings like a 1 is plenty.
never-note = Okay. No more notes like this one.
new-name = What is the new name? Only you see it.
    .small = What is the new name?
taken-note = Somebody else has that name here. Please pick another one, or skip.
first-note = Okay. This one comes first now.
put-away-note = Okay. It is put away, and nothing of it is lost.
old = This one is put away.
    .bring-back = Bring it back
    .off = Take it off
    .to-list = Back to the list
bring-back-note = Okay. It is on your list again.
off =
    Take this one off the list?

    What else I keep about them stays. For that, type delete.
    .small = Take this one off the list?
    .yes = Take it off
    .no = Leave it
gone-note = Okay, it is off your list.
