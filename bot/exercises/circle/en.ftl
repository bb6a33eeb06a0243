# A circle of three to six people. $other is all the others by name, $about the one whose answer it is.
title = A circle
about = Three to six of you. One shares something small, some answer, and anybody may pass every time.

# ── propose and invite ──
pace = A circle with { $other }. How do you want to do it?
    .live = Live, in one sitting
    .slow = Slow, over some days
place = Where do the cards go? In a shared place you all see them; with me in between, each stays in your own chat.
    .small = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite =
    { $asks } asks you to a circle: { $other } and you. It takes about 30 minutes in all, and anybody may pass or stop any time.

    How: { $pace }. Where the cards go: { $place }.

    It begins only if all of you say yes. I never say who did not, but people who talk outside can work it out.

    In a small group it may also be easy to guess who said what. Whoever leaves a shared place can be seen leaving, on the platform itself.

    { $reads }

    Type who to see more about who can read.
    .small =
        { $asks } asks you to a circle, { $other } and you: { $pace }, { $place }. It begins only if all say yes.

        People who talk outside can work out who did not. Leaving a shared place can be seen.

        { $reads }
    .yes = Yes
    .not-now = Not now
    .mute = No invites from this person
asked =
    Whoever can be asked is asked now, and sees all the names. It begins only if all say yes; if not, it closes by itself, and I never say who it was.

    People who talk outside can work it out. Whoever leaves a shared place can be seen leaving, on the platform itself.

    You can also hand over these codes yourself, each once: { $codes }. They type join and the code to me, on any app, and see it.
begun =
    It has begun, with { $other }. You can pass every time and still belong here.

    Names can be chosen freely, so ask if you are not sure who somebody is. To go without a word, type stop; nobody is told.

# ── space ──
space =
    How much space do you have today? The smallest number sets the limit for everybody, and whose it was is never said.

    In a small group others might guess.
    .small = How much space do you have? The smallest number is the limit for all; in a small group others might guess.

# ── order ──
turn =
    Today it is up to { $limit }. Would you like a turn to share?

    One of those who would like one is drawn. Nobody sees who passes, and passing is just as good.

    If all pass, the circle is over. After "Enough for me" you are asked nothing more, but cards still come; stop ends that too.
    .small = Would you like a turn? Passing is just as good, and nobody sees it.
    .turn = I would like a turn
    .listen = Pass for now
    .enough = Enough for me
stay =
    Would you like to go on, or is it enough for today? Nobody sees your answer.

    After "Enough for me" you are asked nothing more, but cards still come; stop ends that too.
    .small = Go on, or enough for today? Nobody sees it.
    .go-on = Go on
    .enough = Enough for me

# ── share ──
your-turn =
    You were drawn. Nobody is told before you send something, and to the others "Not this time" is a turn in silence.

    You have { $time } in all, from now to sending it. After that your turn passes by itself.
    .small = You were drawn, and nobody is told. You have { $time }.
    .go = Take the turn
    .not-now = Not this time
family = What kind of feeling is it?
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
size = If this is met badly, how much would it sting? Today it is up to { $limit }, and nobody sees your number.
    .small = How much would it sting, if met badly? Nobody sees this.
    .size-1 = 1, a shrug
    .size-2 = 2, a pinch, gone by tonight
    .size-3 = 3, still there tomorrow
    .size-4 = 4, low for a day
    .size-5 = 5, it touches all of you a little
    .size-6 = 6, an old sore spot
    .size-7 = 7, shame or fear
    .size-8 = 8, deep
too-big =
    That is more than there is space for today. You can trim it, keep it for later, or pick another; what is very big deserves a person you trust.

    For something big, there are shrink and big-talk, for you alone. Type either, now or later.
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
how-many = How many answers would you like? The others may send one word, or just read.
    .small = How many answers would you like?
    .one = One answer
    .two = Two answers
    .all = An answer from all
    .witness = None, just be there
who = Who would you like it from? If you skip this, it is drawn.
    .small = Who would you like it from?
preview = This is what they all will see. Once it is sent, it stays with them.
    .small = Send this? It stays with them then.
    .send = Send
    .edit = Edit
    .smaller = Make it smaller
    .keep = Keep it to myself
reword-text = Write it the way you want it now.
reword-thought = And the thought with it?
shrink-text = What is the smallest true bit of it?
shrink-thought = And the thought with it, made smaller too? You can skip this.
shrink-size = And now, how much would it sting if it is met badly? Today it is up to { $limit }.
kept-note = Kept. Nothing was sent, and the draft is gone; to the others it looks as if you had said nothing.
turn-over = Your turn has passed, and that is all right. What was not sent is gone, and nobody saw it.
delivered = It is with them now. What comes back comes here by itself.

# ── answers ──
card-share = A small share from { $by }
card-share-words = Feeling: { $words }
card-share-text = { $text }
card-share-thought = The thought with it: { $thought }
card-share-wish = What they would like back: { $wish }
card-share-how-many = How many answers: { $how-many }
card-share-who = From: { $who }
say-back =
    You are asked for an answer. Your job is not to fix it; say back what you heard.

    It may begin like "So it felt … because …". No weighing, no "but".
    .small = Say back what you heard, or skip.
care = Then show that you care, in your own words. What they would like back: { $wish }.
    .small = Show that you care. They would like: { $wish }.
    .here = I am here, and I heard you.
    .thank-you = Thank you for telling me.
    .makes-sense = It makes sense that it felt that way.
answer-preview = This is what they all will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
load = How was it to hold that? Only you will see this.
    .easy = Easy
    .ok = Okay
    .heavy = Heavy
    .too-much = Too much
card-answer = An answer from { $by }
card-answer-say-back = { $say-back }
card-answer-care = { $care }
word = Others answer this one. You can send one word, or skip and just be there.
    .small = Send one word, or skip?
    .heard = I heard you.
    .with-you = With you.
    .thank-you = Thank you.
be-there-word = Nobody was asked for an answer this time. You can send one word, or skip and just be there.
    .small = Send one word, or skip?
    .heard = I heard you.
    .with-you = With you.
    .thank-you = Thank you.
no-answer = No answer came this time. There can be many reasons, and none of them has to be about you.
word-preview = This is what they all will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-word = From { $by }
card-word-word = { $word }

# ── rate and tell ──
band = How did the answer from { $about } feel? Only you will see this.
    .small = The answer from { $about }: how was it? Only you see this.
    .good = Really good
    .middle = In the middle
    .bad = Not good
sting = Did it sting?
    .none = Not at all
    .bit = A bit
    .lot = A lot
care-first = That stung a lot. You don't have to do anything with it now.
    .break = Take a break
    .leave = Leave it
tell-good-tell = Do you want to tell { $about } what helped? Only they will see it.
    .small = Tell { $about } what helped?
    .helped = What helped
    .better = What would feel better
    .both = Both
    .keep = Keep it to myself
tell-middle-tell = Do you want to tell { $about }? One small line is enough, and only they will see it.
    .small = Tell { $about } one small thing?
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
    .keep = Keep it to myself
clumsy = This may feel a bit clumsy. That is fine, and one small ask is enough.
phrase = Which part of the answer is it about? You can skip this.
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
feedback-preview = This is what { $about } will see, and nobody else.
    .small = Send this to { $about }?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
feedback-sent = It is with { $about } now, and with nobody else.
not-told = Kept. Nothing was sent, and the draft is gone.
card-feedback = From { $by }, about your answer. Only you see this, and it is a tool, not a mark.
card-feedback-phrase = When you said "{ $phrase }"
card-feedback-felt = I felt: { $felt }
card-feedback-helped = What helped: { $helped }
card-feedback-better = What would have felt better: { $better }

closed = This circle is finished. You can start a new one any time.
