# Words that every exercise shares. At most two short sentences a bubble; reading grade 7 or less.
# The bot never says that it feels, cares or understands. It gives no praise for depth.

# ── the first line of everything that nobody asked for just now (at least 120 characters) ──
lead = There is something new for you here. Open it when you have a quiet moment to yourself, and leave it for later if now is not good.

missing-words = Something is here for you, but its words are missing. Please tell whoever runs this bot.

# ── answers and buttons ──
skip = Skip
same = Leave it as it is
bigger = Something bigger
more = More
steady-on = Okay. I suggest nothing bigger with this one from now on.
steady-off = Okay. I may suggest a bigger size again, now and then.
ready = Ready
saved = ✓ Saved
empty = That was empty. You can write it again or pick an answer.
pick-one = That does not fit this question. Please pick one of the answers, or type its number.
too-many = That is more than fits here. Please pick { $limit } at most.
too-long = That is a bit long for this place. Please keep it under { $limit } characters; nothing was sent.
needed = This one is needed to go on. Pause and stop are always fine.
nothing-open = There is no question open for you right now. Type back to see where you are.
nothing-to-undo = There is nothing to take back here. What was sent stays sent.
not-open = That one is not open any more. Type back to see where you are.
not-yours = That question is for somebody else. Type back to see yours.
no-such-zone = That place is not on my list. Please type a large city near you, such as Chicago or Berlin.
no-such-country = That country is not on my list. Please type its English name or two letters, or skip.
no-such-hours = Please type two times, such as 21:30-8:30.
your-part-is-in = Your part is in. The next step comes here by itself.
that-is-all = Thank you. That is all for this one.
closes-by-itself = Thank you. If nothing more comes, this closes by itself.
which-one = That fits two of your open questions. Which one is it for?
not-that-word = That word is needed for answers. Please pick another one, such as a fruit or a color.
welcome-first = A few short questions come first. After them, this works.
not-understood = That did not work. Please try it another way.
unknown-command = I do not know that one. Type help to see what works.
home = You can type share and a name to begin. Type help to see more.

# ── exits ──
stopped = You are out of this one. The others are not told, and nothing more of yours is sent.
stopped-alone = Okay. This is over, and you can start again any time.
on-hold = This one is on hold for now. Nothing is needed from you.
has-closed = This one has closed. You can start a new one any time.
on-again = It goes on now. The next step comes here by itself.
pausing = Pausing. It goes on when everybody is ready.
pausing-tomorrow = Pausing. Back tomorrow at { $until } or later.
pausing-until = Pausing. Back at { $until } or later.
already-paused = It is paused already. Nothing is needed from you.
knock = Ready when you are. It goes on where it stopped.
knock-room = Ready when you are.
knocked = Okay. It goes on when everybody is ready.
small-on = Short mode is on. Type small again to turn it off.
small-off = Short mode is off.
hidden =
    I removed my own messages here. Yours stay until you delete them, and a phone or a backup may still hold copies.

    Type back to see an open question again.
help = If you are in danger now, please call your local emergency number. I am a program, and nobody reads this to keep you safe.
help-directory = Free and private help lines for each country are listed at findahelpline.com. Opening it leaves a trace in your browser.
help-controls = These always work: pause, break, stop, skip, small, undo, hide, back. Stop and break are told to nobody.

# ── starting ──
share-whom = Who is it with? Type share and then their name.
not-yourself = That is your own name. Please name the other person.
one-open = There is one open between you and { $other } already. It closes by itself.
not-yet = Not just yet. There is a rest of three days between two invites to the same person.
resting = There is a rest on this one. It can wait until the rest is over.
enough-today = That was a lot for one day. Tomorrow is a good day for the next one.

# ── who can read (safety D7) ──
who-reads-local = On this page everybody at this computer can read all of it. It is for trying things out together.
who-reads-simulated = This is a rehearsal without real people. Everything in it can be read by whoever runs it.
who-reads-phone = Whoever can unlock your phone can read what is on it. Lock-screen previews show the first line of a message.
room-opened =
    This is the shared place for the two of you. Cards that you approve appear here, and I read nothing that you write here.

    To stop or take a break unseen, type it in your own chat. What is typed here, both can read.

# ── hints: each from the reader's own notes only (method C17) ──
hint-sharer-start = Pick something small. If they get it wrong, you would feel it, but you would be fine by tomorrow.
hint-sharer-rest = A break is a good idea with this one. Nothing has to be shared now.
hint-sharer-smaller = Last time it hurt. This time a { $size } is plenty, or a break.
hint-sharer-same = About { $size } is a fine size this time.
hint-sharer-bigger =
    The last two felt good. You could stay at { $now }, or try a { $size }.

    Staying is just as good. Type steady and I stop suggesting more.
hint-listener-start = A { $size } is a common place to begin. Less is just as welcome.
hint-listener-rest = A rest is a good idea with this one. If there is no space today, type stop; nobody is told.
hint-listener-smaller = It was heavy to hold. Up to { $size } is plenty this time.
hint-listener-same = Up to { $size } was your space last time. The same is fine.
hint-listener-bigger =
    The last two were easy to hold. You could stay at { $now }, or offer { $size }.

    Staying is just as good. Type steady and I stop suggesting more.

# ── the soft checker: one line beside a preview; it never blocks ──
mark-at-least = There is an "at least" in it. That can sound like weighing.
mark-should = There is a "you should" or "you need to" in it. Advice can wait.
mark-calm-down = There is a "calm down" in it. That can sound like a brake.
mark-always-never = There is an "always" or "never" in it. One time is easier to hear.
mark-too-sensitive = It says something about how much is felt. That often lands hard.
mark-not-that-bad = There is a "not that bad" in it. It may be that bad for them.
mark-everyone = There is an "everyone" in it. Theirs may still be their own.
mark-happened-to-me = It turns to your own story. Theirs can come first.
mark-why-didnt = There is a "why didn't you" in it. That can sound like blame.
mark-told-you = There is an "I told you" in it. That often lands hard.
mark-but = There is a "but" in it. What comes before it may get lost.
mark-just = There is a "just" in it. It can make things sound easier than they are.

# ── commands ──
command-share = Share
command-share-help = Begin a small share with somebody.
command-start = Start
command-start-help = Begin, or go on where you were.
command-who = Who can read
command-who-help = See who can read what, here.
command-back = Where am I
command-back-help = See your open question again.
command-pause = Pause
command-pause-help = Pause for everybody. The others are told.
command-break = Private break
command-break-help = Take a break that nobody is told about.
command-stop = Stop
command-stop-help = Leave this one. Nobody is told, and no reason is asked.
command-steady = Stay at this size
command-steady-help = No hints about bigger sizes with this person, or hints again.
command-skip = Skip
command-skip-help = Go past this question.
command-small = Short mode
command-small-help = One line, two buttons, no typing.
command-undo = Undo
command-undo-help = Take your last answer back, until it is sent.
command-help = Help
command-help-help = See help lines and what works here.
command-hide = Hide
command-hide-help = Remove my messages from this chat.
control-pause = Pause

# ── feelings (method C18); own words are always fine ──
family-warm = Warm
family-sore = Sore
family-heated = Heated
family-dark = Dark or numb
family-mixed = Mixed
feeling-glad = glad
feeling-proud = proud
feeling-calm = calm
feeling-hopeful = hopeful
feeling-grateful = grateful
feeling-playful = playful
feeling-touched = touched
feeling-relieved = relieved
feeling-excited = excited
feeling-close = close
feeling-curious = curious
feeling-content = content
feeling-sad = sad
feeling-hurt = hurt
feeling-left-out = left out
feeling-lonely = lonely
feeling-let-down = let down
feeling-tired = tired
feeling-homesick = homesick
feeling-tender = tender
feeling-unsure = unsure
feeling-small-inside = small inside
feeling-missing-someone = missing someone
feeling-disappointed = disappointed
feeling-annoyed = annoyed
feeling-angry = angry
feeling-jealous = jealous
feeling-envious = envious
feeling-resentful = resentful
feeling-impatient = impatient
feeling-fed-up = fed up
feeling-betrayed = betrayed
feeling-tense = tense
feeling-on-edge = on edge
feeling-defensive = defensive
feeling-furious = furious
feeling-ashamed = ashamed
feeling-guilty = guilty
feeling-afraid = afraid
feeling-hopeless-today = hopeless today
feeling-empty = empty
feeling-numb = numb
feeling-disgusted = disgusted
feeling-panicky = panicky
feeling-trapped = trapped
feeling-worthless = worthless
feeling-grieving = grieving
feeling-lost = lost
