# Small share. S is the one who shares, L the one who listens.
title = Small share
about = One of you shares something small and hard. The other answers, and hears how that was.

# ── 0 propose ──
who-first = A small share with { $other }. Who shares first?
    .me = I share first
    .them = They share first
pace = How do you want to do it? Slow is fine for most days.
    .live = Live, in one sitting
    .slow = Slow, over some days
place = Where do the cards go? In a shared place the two of you see them; with me in between, each stays in your own chat.
    .small = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite-first-invite =
    { $other } would like to do a small share with you, and asks you to share first. It takes about 15 minutes in all, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks you to share first: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.

# ── 1 invite ──
invite =
    { $other } would like to do a small share with you. It takes about 15 minutes in all, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks for a small share: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
explained = One of you shares something small and hard, and the other answers. Ratings are private, and saying no is told to nobody.
muted-note = Okay. No invites from this person reach you any more, and they are not told.
begun = It has begun. The next step comes here by itself.

# ── 2 space, 3 ready ──
space = How much space do you have? Your number is shown to { $other }, and it is the most they can pick.
    .small = How much space do you have? { $other } sees your number.
ready = How are you right now? Only you see this.
    .small = How are you right now? Only you see this.
    .calm = Calm
    .stirred = A bit stirred
    .flooded = Flooded

# ── 4 the share ──
family = What kind of feeling is it?
    .small = What kind of feeling is it?
    .warm = Warm
    .sore = Sore
    .heated = Heated
    .dark = Dark or numb
    .mixed = Mixed
words = Which words fit? Pick up to three, or type your own.
    .small = Which word fits?
text = What happened? One to three sentences are plenty.
    .small = What happened? The words you picked are enough.
thought = Did a thought come with it? You can skip this.
    .small = Did a thought come with it?
size = If this is met badly, how much would it sting? Today they have space for up to { $space }, and they never see your number.
    .small = How much would it sting, if met badly? They never see this.
    .size-1 = 1, a shrug
    .size-2 = 2, a pinch, gone by tonight
    .size-3 = 3, still there tomorrow
    .size-4 = 4, low for a day
    .size-5 = 5, it touches you two a little
    .size-6 = 6, an old sore spot
    .size-7 = 7, shame or fear
    .size-8 = 8, deep
too-big =
    That is more than they have space for today. You can trim it, keep it for later, or pick another.

    To find a small bit of something big, type shrink. To plan a very big talk, with somebody you trust, type big-talk.
    .small = That is bigger than today's space.
    .trim = Trim it
    .later = Keep it for later
    .another = Pick another
saved-for-later = Saved for later, for you alone. Now you can pick something smaller, or stop.
wish = What would you like back?
    .listen = Just listen
    .say-it-back = Say it back
    .ask = Ask me something
    .comfort = Comfort
    .think = Think with me
    .lightness = A bit of lightness
guess = What do you expect from their answer? Only you see this.
    .good = Good
    .middle = In the middle
    .bad = Not good
    .no-idea = No idea
preview = This is what they will see. Once it is sent, it stays with them.
    .small = Send this? It stays with them then.
    .send = Send
    .edit = Edit
    .smaller = Make it smaller
    .keep = Keep it to myself
reword-text = Write it the way you want it now.
reword-thought = And the thought with it?
shrink-text = What is the smallest true bit of it?
shrink-size = And now, how much would it sting if it is met badly? Today's space is up to { $space }.
kept-note = Kept. Nothing was sent, and the draft is gone.
delivered = It is with them now. Their answer comes here.
unanswered = That is no sign of how it was met. Type break for a quiet minute.

# ── 5 to 7 the answer ──
card-share = A small share from { $by }
card-share-words = Feeling: { $words }
card-share-text = { $text }
card-share-thought = The thought with it: { $thought }
card-share-wish = What they would like back: { $wish }
say-back =
    Your job is not to fix it. Say back what you heard.

    It may begin like "So it felt … because …". No weighing, no "but".
    .small = Say back what you heard, or skip.
care = Then show that you care, in your own words. What they would like back: { $wish }.
    .small = Show that you care. They would like: { $wish }.
    .here = I am here, and I heard you.
    .thank-you = Thank you for telling me.
    .makes-sense = It makes sense that it felt that way.
answer-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-answer = An answer from { $by }
card-answer-say-back = { $say-back }
card-answer-care = { $care }
breathe = One slow breath, then it goes out. Type undo to take it back.
answer-sent = It is with them now. Thank you for trying.
check = Did they get what you meant?
    .yes = Yes, that's it
    .mostly = Mostly
    .not-quite = Not quite
missing = What did it miss? One line is plenty.
missing-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-missing = What { $by } would add
card-missing-missing = { $missing }
not-quite = It was not quite that yet. You can answer once more.

# ── 8 ratings ──
cared =
    How did that answer feel? Only you will see this.

    Did you feel cared for?
    .small = Did you feel cared for? Only you see this.
    .no = No
    .some = Some
    .yes = Yes
respected = Did you feel respected?
    .no = No
    .some = Some
    .yes = Yes
gentle = Was it gentle with you?
    .no = No
    .some = Some
    .yes = Yes
band = All in all, how was it?
    .good = Really good
    .middle = In the middle
    .bad = Not good
sting = Did it sting?
    .none = Not at all
    .bit = A bit
    .lot = A lot
load = How was it to hold that? Only you will see this.
    .easy = Easy
    .ok = Okay
    .heavy = Heavy
    .too-much = Too much
again = Would you like another go at your answer? If yes, they are asked.
    .small = Another go at your answer?
    .yes = Yes, another go
    .no = No

# ── 9 tell? ──
care-first = That stung a lot. You don't have to do anything with it now.
    .break = Take a break
    .tomorrow = Ask me tomorrow
    .leave = Leave it
tomorrow-note = Okay. I will ask you again tomorrow, and nobody is told.
tell-good-tell = Do you want to tell them what helped? It makes it easier to do again.
    .small = Tell them what helped?
    .helped = What helped
    .better = What would feel better
    .both = Both
    .keep = Keep it to myself
tell-later-tell = Yesterday { $other } answered you. Do you want to tell them one small thing now?
    .small = Tell { $other } one small thing?
    .helped = What helped
    .better = What would feel better
    .both = Both
    .repair = Plan a repair
    .keep = Keep it to myself
tell-middle-tell = Do you want to tell them? One small line is enough, such as "say it back first".
    .small = Tell them one small thing?
    .helped = What helped
    .better = What would feel better
    .both = Both
    .keep = Keep it to myself
nothing-to-do = You don't have to do anything with this.
tell-hard-tell = If you want, there are some ways to go on. Leaving it is one of them.
    .small = Leave it, or take a break?
    .leave = Leave it
    .break = Take a break
    .helped = What helped
    .better = What would feel better
    .both = Both
    .repair = Plan a repair
    .keep = Keep it to myself
repair-note =
    It is set aside for you alone, and nobody is told. Nothing begins by itself.

    After twenty minutes, and within two days, type repair and their name. Or type repair-alone.
clumsy = This may feel a bit clumsy. That is fine, and one small ask is enough.
phrase = Which part of their answer is it about? You can skip this.
    .small = Which part is it about?
felt = How did that make you feel? Pick one or type your own.
    .small = How did that make you feel?
    .heard = heard
    .warm = warm
    .relieved = relieved
    .unsure = unsure
    .hurt = hurt
    .alone = alone
    .brushed-off = brushed off
helped = What helped? Pick one or type your own.
    .said-back = you said it back
    .asked = you asked
    .did-not-fix = you didn't fix it
    .stayed = you stayed
    .warm-words = your words were warm
    .believed = you believed me
    .gave-time = you gave me time
    .smile = you made me smile
better = What would have felt better? Pick one or type your own.
    .say-back-first = say it back first
    .ask-me = ask me a question
    .less-fixing = less fixing
    .slower = slower
    .more-warmth = more warmth
    .believe-me = believe me
    .no-joke = no joke
    .joke-is-fine = a joke is fine
    .dont-compare = don't compare
    .just-stay = just stay
    .check-later = check on me later
feedback-sent = It is with them now. What they make of it comes here, if they want you to know.
feedback-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-feedback = From { $by }, about your answer. This is a tool, not a mark.
card-feedback-phrase = When you said "{ $phrase }"
card-feedback-felt = I felt: { $felt }
card-feedback-helped = What helped: { $helped }
card-feedback-better = What would have felt better: { $better }

# ── 10 to 12 ──
receive = They told you how it was for them. What would you like to do?
    .small = They told you how it was.
    .thank = Thank them
    .again = Another go
    .pause = Pause
    .close = Close here
they-thank = { $other } says thank you for telling them.
allow = { $other } would like another go at their answer. Is that okay?
    .small = Another go for them?
    .yes = Yes
    .no = Not this time
card-pinned = What { $by } asked for
card-pinned-better = { $better }
again-say = Another go. Say back what you heard: "So it felt … because …".
    .small = Say back what you heard, or skip.
again-care = Then show that you care, in a way that fits what they asked for. What they would like back: { $wish }.
    .small = Show that you care. They would like: { $wish }.
    .here = I am here, and I heard you.
    .thank-you = Thank you for telling me.
    .makes-sense = It makes sense that it felt that way.
do-over-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-do-over = Another go from { $by }
card-do-over-again-say = { $again-say }
card-do-over-again-care = { $again-care }
rate-again-band = And this time, how was it? Only you will see this.
    .good = Really good
    .middle = In the middle
    .bad = Not good
rate-again-sting = Did it sting this time?
    .none = Not at all
    .bit = A bit
    .lot = A lot
care-again = That stung a lot. There is nothing you have to do with it now.
    .break = Take a break
    .leave = Leave it

# ── 13 to 16 ──
thanks = If there is something to thank them for, you can do it here. Not thanking is just as good, and nobody sees that you skip it.
    .small = A thank-you to send?
    .for-telling = Thank you for telling me.
    .for-hearing = Thank you for hearing me.
    .for-trying = Thank you for trying.
thanks-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
answer-thanks = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-thanks-sharer = From { $by }
card-thanks-sharer-thanks = { $thanks }
card-thanks-listener = From { $by }
card-thanks-listener-thanks = { $thanks }
save = You told them what would have felt better. Save that line in your own care guide?
    .private = Yes, private
    .show = Yes, show to them
    .no = No
save-helped = You told them what helped. Save that line in your own care guide?
    .private = Yes, private
    .show = Yes, show to them
    .no = No
swap = Would you like to turn it round now? It goes on only if you both say so now.
    .small = Turn it round now?
    .now = Swap now
    .another = Another day
    .enough = Enough
turned-note = Now it is turned round.
closed = This one is finished. You can start a new one any time.
learning = Is there one thing that you learned? It is for you alone.
    .small = One thing that you learned?
closer = How did this one leave you with { $other }? Only you see it.
    .small = How did this one leave you?
    .closer = A bit closer
    .unchanged = The same
    .further = A bit further apart
    .unsure = Not sure
guess-beside = What you expected: { $guess }. How it was: { $band }.
