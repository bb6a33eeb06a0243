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
edited = ✓ Changed. The new words count.
edit-too-late = I go by what you wrote at first. Type undo to change an answer that has not been sent on.
not-open = That one is not open any more. Type back to see where you are.
not-yours = That question is for somebody else. Type back to see yours.
no-such-zone = That place is not on my list. Please type a large city near you, such as Chicago or Berlin.
no-such-country = That country is not on my list. Please type its English name or two letters, or skip.
no-such-hours = Please type two times, such as 21:30-8:30.
when-unclear = Please say when in a few words, such as: every evening at 8.
when-no-time = At what time? You can type: Sundays at 18:00.
when-no-such-time = No clock shows { $word }. You can type: weekdays 7:30.
when-no-such-day = I cannot use { $word } here. You can type: off until Monday.
when-too-often = One time is enough, and once a day at most. You can type: every evening at 8.
when-word = I do not know "{ $word }" here. You can type: every evening at 8, Sundays 18:00, or off until Monday.
standing-line =
    A check-in for two, with { $other }:
    { $when }
standing-still = Is this still good for you?
standing-over = ✓ Ended for you. Nobody is told.
plans-silent = Notes are turned off, so none of these comes. Type settings to have them again.
plan-line =
    { $kind }:
    { $when }
rhythm = { $days }, { $time }
rhythm-on = { $days }
rhythm-every-day = Every day
rhythm-weekdays = Monday to Friday
rhythm-weekends = Saturday and Sunday
rhythm-off = No notes
rhythm-off-until = No notes before { $until }
your-part-is-in = Your part is in. The next step comes here by itself.
that-is-all = Thank you. That is all for this one.
closes-by-itself = Thank you. If nothing more comes, this closes by itself.
not-taken = What you typed was not taken as an answer. Here is the question again.
in-the-room = What you wrote stands in the shared place already. You can delete it there yourself.
cannot-carry = I can't pass this on. You can write it another way, take a break, or type help.
uneasy = I feel uneasy about what happens next
which-one = That fits two of your open questions. Which one is it for?
not-that-word = That word is needed for answers. Please pick another one, such as a fruit or a color.
welcome-first = A few short questions come first. After them, this works.
not-understood = That did not work. Please try it another way.
unknown-command = I do not know that one. Type help to see what works.
where = You are here: { $title }.
where-with = You are here: { $title }, with { $other }.
place-look = See how I am
place-practise = Practise something small
place-people = Think of my people
place-ahead = Get ready for later
place-light = Something light
place-hard = Something small and hard
place-after = It went badly
waits = { $title } is open. What comes next comes here by itself.
waits-with = { $title } with { $other } is open. What comes next comes here by itself.
where-nowhere = Nothing is open just now.
by-name = Type { $command } and their name.
by-name-discord = Use /{ $command } and pick the person.

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
    I took back my own messages in this chat. What you wrote may stay until you delete it, and phones, servers or backups may still hold copies.

    Type back to see an open question again.
help = I am a program, and nobody reads this to keep you safe. Here is where people listen.
help-controls = These always work: pause, break, stop, skip, small, undo, hide, what now. Stop and break are told to nobody.

# ── starting ──
share-whom = That name was not found. Type { $command } and a name, or { $command } alone for a code.
share-whom-discord = That name was not found. Use /{ $command } and pick the person, or type { $command } alone for a code.
not-yourself = That is your own name. Please name the other person.
one-open = There is one open between you and { $other } already. It closes by itself.
not-yet = Not just yet. There is a rest of three days between two invites to the same person.
resting = There is a rest on this one. It can wait until the rest is over.
rest-from-them = For 30 days I start nothing new with { $other }. That is kept as a date, without a reason.
rest-on = You rest for a day now: nothing shared begins, and nobody is told. Type wake to end it.
rest-over = No rest is on. You can begin things.
enough-today = That was a lot for one day. Tomorrow is a good day for the next one.

# ── who can read (safety D7) ──
who-reads-phone = Whoever can unlock your phone can read what is on it. Lock-screen previews show the first line of a message.
room-opened =
    This is the shared place for the two of you. Cards that you approve appear here.

    What you write here yourselves is not kept. If words may mean danger, I ask their writer, in their own chat.

    To stop or take a break unseen, type it in your own chat. What is typed here, both can read.
room-opened-circle =
    This is the shared place of your circle. Cards that you approve appear here.

    What you write here yourselves is not kept. If words may mean danger, I ask their writer, in their own chat.

    To stop or take a break unseen, type it in your own chat. What is typed here, all can read, and whoever leaves can be seen leaving.

# ── hints: each from the reader's own notes only (method C17) ──
hint-sharer-start = Pick something small; a { $size } is a common start. If they get it wrong, you would feel it, but you would be fine by tomorrow.
hint-sharer-rest =
    A break is a good idea with this one. Nothing has to be shared now.

    What would you like with this one: fun, or to feel safe? Type map to look at that, for you alone.
hint-sharer-smaller =
    Last time it hurt. This time a { $size } is plenty, or a break.

    To go over it on your own first, type repair-alone.
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

hint-repair-worse = Then it is fine to leave it here for now. Type break for a quiet minute.
hint-repair-stop =
    It felt worse more than once now. Stopping here is a good choice.

    Somebody you trust can help with this one, and type help to see help lines.
hint-new-bond = With somebody new, good news is a light first round. For that, type good.
hint-met-flat = Good news can sting too when it is met flat. Want to tell them one thing?
guesses-lately = What you expected matched { $hits } of the last { $of } with this one.

# ── the map: one's own list, and one of its people at a time (method E1) ──
map-row = { $name }
map-row-aim = { $name }: { $aim }
map-seen = You let them see: { $seen }
map-felt =
    With { $name } it feels safe: { $felt }. Tried with hard things so far: { $tried }.

    That is just a note for you.
map-tried =
    With { $name } you have tried hard things so far: { $tried }.

    That is just a note for you.
map-wish = You wish: “{ $wish }”
map-both-ways = You shared: { $shared }. You listened: { $listened }.
map-aim = On your list: { $aim }. Still true?
map-good-news = With { $name } you shared: { $count }. Each time you told something warm.
guesses-match = What you expected matched { $hits } of { $of }.

# ── what one wrote for oneself, before a question about it (method E13, E14) ──
jar-card = “{ $text }”

# ── the care guide, as whoever may see it reads it (method E8) ──
card-guide = What { $other } lets you know:
card-guide-when-sad = When { $other } is sad:
card-guide-when-hurt = When { $other } is hurt:
card-guide-when-angry = When { $other } is angry:
card-guide-when-ashamed = When { $other } is ashamed:
card-guide-when-scared = When { $other } is scared:
card-guide-when-numb = When { $other } is numb:
card-guide-when-happy = When { $other } is happy:
card-guide-when-sore = When { $other } is sad or hurt:
card-guide-when-dark = When { $other } is ashamed, scared or numb:
card-guide-helps = What helps: { $text }
card-guide-not = What does not help: { $text }
card-guide-tell = How you can tell: { $text }
card-guide-after = What is good after: { $text }
guide-nothing = There is nothing to show just now.
if-then = If I notice { $sign }, then I will { $act }.
week-intention = You meant to keep this in mind: “{ $text }”
week-shared = This week you shared something small.
week-listened = This week you listened.
week-both = This week you shared something small, and you listened.
week-checked-in = You looked at how it is inside.
week-jar = You put a card into your jar.
week-learning = “{ $text }”
week-meaning = You wrote that connection means to you: “{ $text }”
week-as-guessed = What you expected and how it went were mostly alike.
week-better-than-guessed = It mostly went better than you had guessed.
week-partly-guessed = Some of it went as you had guessed, and some did not.
week-not-as-guessed = It went another way than you had guessed.
week-families = Kinds that you told somebody about: { $families }

known-tried = You have tried small ones with { $other } lately: { $tried }.
known-guessed =
    You have tried small ones with { $other } lately: { $tried }.

    Of { $of } with a guess, { $hits } went the way you guessed.
bid-song = “Send the song that is stuck in your head.”
bid-walk = “Ten minutes of walk and call?”
bid-photo = “Let us swap one photo from today.”
bid-meal = “Plan one silly meal with me.”
bid-teach = “Teach me one thing?”
bid-film = “Same film, two sofas?”
bid-best-bit = “Tell me your best bit of the week.”

# ── the soft checker: one line beside a preview; it never blocks ──
mark-hurtful = This may land hard. You can send it, write it another way, or pause first.
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

mark-forgive-me = It asks to be forgiven. Owning it can stand on its own.
mark-if-you = It speaks of what they felt, as a maybe. What you did is easier to hear.
mark-label = It says what somebody is. What was done is easier to hear.
mark-mind-reading = It says what somebody thinks or wants. What you saw or heard is easier to hear.
mark-careful = It can sound like a warning. Being glad with them can come first.
mark-subject = It turns to something else. One more question about theirs can come first.

# ── commands ──
command-share = Share
command-share-help = Begin a small share with somebody.
command-good = Good news
command-good-help = Tell somebody something that went well.
command-big-talk = Plan a big talk
command-big-talk-help = Plan a talk that is yours, away from here.
command-settings = Settings
command-settings-help = Change what you set in the welcome.
command-limits = Limits
command-limits-help = What you want with somebody, and what you will do.
command-shrink = Shrink a hard talk
command-shrink-help = Find one small true bit of a big thing.
command-repair = Repair
command-repair-help = Look at what went badly between two of you.
command-good-alone = Good news, alone
command-good-alone-help = Tell good news to somebody yourself, and look at how it was met.
command-repair-alone = Repair, alone
command-repair-alone-help = Look at your own side of what went badly.
command-circle = Circle
command-circle-help = Ask two to five others to a circle.
command-join = Join with a code
command-join-help = Type the code that somebody gave you by hand.
command-start = Start
command-start-help = Begin, or go on where you were.
command-who = Who can read
command-who-help = See who can read what, here.
command-back = My open question
command-back-help = See your open question again.
command-what-now = What now?
command-what-now-help = See in one line where you are, and your question again.
command-pause = Pause
command-pause-help = Pause for everybody. The others are told.
command-break = Private break
command-break-help = Take a break that nobody is told about.
command-stop = Stop
command-stop-help = Leave this one. Nobody is told, and no reason is asked.
command-steady = Stay at this size
command-steady-help = No hints about bigger sizes with this person, or hints again.
command-check-in = Check-in
command-check-in-help = See how it is inside, in a tap or two.
command-check-in-with = Check-in for two
command-check-in-with-help = Ask somebody to check in at the same time.
command-check-in-times = Check-ins for two at set times
command-check-in-times-help = Agree on a time with somebody, once.
command-review-with = My week, for two
command-review-with-help = One thanks each, shown together or not at all.
command-prompts = Notes
command-prompts-help = Choose when a quiet note comes.
command-now = Right now
command-now-help = One thing that you wrote when you were calm.
command-jar = My jar
command-jar-help = Small cards for later, and your if-then plan.
command-review = My week
command-review-help = Look at your week for three minutes.
command-guide = My care guide
command-guide-help = Lines about what helps you, who may see them, and what others show you.
command-practice = Practice
command-practice-help = Try an answer to something that somebody says. It stays here.
command-look = A look at my own
command-look-help = See what you kept for yourself, drawn and in words.
command-real = In real life
command-real-help = Say something small yourself, and look at how it went.
command-map = My people
command-map-help = A list of your people, for you alone.
command-rest = Rest a day
command-rest-help = A day without anything shared, told to nobody.
command-wake = End my rest
command-wake-help = You can begin shared things again.
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
control-stop = Stop

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

# ── help lines: what stands around the entries of the list (safety D6, D4.4) ──
lines-block = { $lines }
lines-danger = If you are in danger now, call your local emergency number.
lines-unchecked = Nobody has checked these numbers by hand yet. If one does not work, the website below has others.
lines-none = My list has no line for your country just now.
lines-directory = Free and private help lines for each country are listed at findahelpline.com.
lines-trace = Opening a link leaves a trace in the browser. A call or a text may show on the phone and on its bill.
lines-call = Call: { $number }
lines-text = Text: { $number }
lines-text-word = Text: { $word } to { $number }
lines-chat = Chat: { $link }
lines-hours = Hours: { $hours }
lines-always = Hours: day and night

# ── consent: codes, limits, and who came (safety D1) ──
somebody = somebody you give the code to
join-what = Type join and then the code that you were given.
no-such-code = That code does not work here. It may be mistyped, used already, or too old.
try-later = Please try again later, in an hour or so.
own-code = That is your own code. It is for the other person to type.
code-kept = Thank you, the code is kept. A few short questions come first, and then you see it.
three-open = You have three open at once now. Each closes by itself, and then there is room again.
six-today = That is enough asking for one day. Tomorrow is a good day for the next one.
came-by-code =
    { $other } typed your code and said yes. Names can be chosen freely, so ask them if you are not sure.

    If that is not who you meant, type stop. Nobody is told.
two-apps = You two use different apps, so there is no shared place. Cards go between your own chats; type who to see who can read there.
circle-relay = Somebody else came by a code than was named, so no shared place is opened. Every card goes between your own chats.
circle-live = about 20 minutes
circle-slow = about a day
several-apps = You use different apps, so there is no shared place. Cards go between your own chats; type who to see who can read there.
muted-note = Okay. No invites from this person reach you any more, and they are not told.
circle-whom = A circle takes two to five others by name. Type { $command } and their names, like { $command } bo cleo.
circle-whom-discord = A circle takes two to five others. Use /{ $command } and pick them.
circle-twice = One name is there twice, or it is your own. Please name each of the others once.

# ── who can read, by platform and kind of place (safety D7) ──
who-reads-local-dm = On this page everybody at this computer can read all of it. It is for trying things out together.
who-reads-local-room = The shared place on this page can be read by everybody at this computer. It is for trying things out together.
who-reads-simulated-dm = This is a rehearsal without real people. Everything in it can be read by whoever runs it.
who-reads-simulated-room = The shared place of this rehearsal can be read by whoever runs it.
who-reads-discord-dm = You, whoever runs this bot, and Discord can read this chat. Its text is not end-to-end encrypted.
who-reads-discord-channel =
    Everybody in this channel can read it. So can the server's owner, its admins, and every role that is let in.

    Whoever runs this bot and Discord can read it too.
who-reads-discord-thread =
    Careful: this thread is not only for those who were invited. Anybody who may manage threads on this server can read it too.

    That is the right called Manage Threads; the owner and admins have it. Whoever runs this bot and Discord can read along as well.
who-reads-matrix-dm-encrypted = This chat is encrypted. Your devices can read it, and so can the bot's device and whoever runs it; servers see who writes when.
who-reads-matrix-dm-plain = This chat is not encrypted. You, whoever runs this bot, and the admins of both servers can read it.
who-reads-matrix-room-encrypted =
    This room is encrypted. The devices of its members can read it, and so can whoever runs this bot.

    Servers see who writes when, and the name of the room.
who-reads-matrix-room-plain = This room is not encrypted. Its members, whoever runs this bot, and the admins of every server in it can read it.
who-reads-other = Whoever runs this bot can read what passes through it, and perhaps others can. Ask them who can.
who-reads-there =
    The other person's chat is on another app.

    { $reads }

# ── a person's own data (safety D9) ──
draft-gone = What you had begun lay here for a day, unsent, so it is deleted. This is where it began.
export-wait = One copy a minute is enough for now. Please ask again in a little while.
# ── pictures of one's own: drawn, and said below each other ──
picture-alt = A drawing of the words that go with it.
picture-own = { $text }
picture-day = { $day }
picture-week = Week of { $day }
picture-check-ins = From your check-ins
picture-words = Words: { $picked }
picture-energy = Energy: { $numbers }
picture-energy-1 = 1, little
picture-energy-2 = 2
picture-energy-3 = 3
picture-energy-4 = 4
picture-energy-5 = 5, a lot
picture-people = My people
picture-aim = What I want: { $aim }
picture-seen = What they see: { $seen }
picture-guesses = How it was, and what you guessed
picture-key-guess = What you guessed
picture-key-band = How it was
picture-guess = Guess: { $guess }
picture-band = How it was: { $band }
picture-size = Size: { $size }
picture-sting = Sting: { $sting }
picture-cared = Cared for: { $cared }
picture-respected = Respected: { $respected }
picture-gentle = Gentle: { $gentle }
picture-closer = After it: { $closer }

export-head = This is what I keep for you: your own words and numbers. What others wrote is not in it.
export-file = { $text }
export-name = Your name here: { $value }
export-clock = Clock: { $value }
export-quiet = Quiet hours: { $value }
export-keep = Texts: { $value }
export-numbers = Numbers: { $value }
export-prompts = Quiet notes: { $value }
export-pause-word = Pause word: { $value }
export-country = Country for help lines: { $value }
export-welcomed = Welcomed: { $value }
export-meaning = What connection means to you: { $value }
export-carried = Ready for your next share: { $value }
export-rest = Rest until: { $value }
export-plan = A note: { $kind }, { $when }
export-person = About { $other }:
export-shared = { $day }: you shared. Size { $size }, kind: { $family }, expected: { $guess }, it felt: { $band }, sting: { $sting }, after it: { $closer }.
export-taps = { $day }: cared for: { $cared }, respected: { $respected }, gentle: { $gentle }.
export-listened = { $day }: you listened. Your space: { $space }, to hold: { $load }, after it: { $closer }.
export-glad = { $day }: you told good news. It felt: { $band }.
export-mended = { $day }: a repair. After it you were: { $felt }.
export-mend-from = A repair is set aside, from: { $value }
export-standing = A set time for two: { $when }
export-muted = Their invites are off.
export-steady = No hints about bigger sizes.
export-note = { $at }, { $kind } ({ $other }): { $text }
export-seen-by = Who may see that line: { $people }
export-running = Open now: { $title }
export-answer = Your answer: { $text }
kept-learning = a thing you learned
kept-guide = your care guide
kept-later = saved for later
kept-check-in = a check-in
kept-noted = a line of a check-in
kept-jar = a card in your jar
kept-plan = your if-then plan
kept-intention = an intention
kept-practice = a moment you practised with
kept-map = your list of people
command-export = My data
command-export-help = Get a copy of what is kept of you.
command-delete = Delete
command-delete-help = Delete what is kept of you: all of it, or a part.

# ── Discord: what it needs beside the messages themselves ──
discord-write = Answer in writing
discord-your-words = Your words
discord-choose = Pick one
discord-choose-some = Pick one or more
discord-option-person = The other person. Leave it out to get a code that you hand over yourself.
discord-option-member = Somebody for the circle. Everybody is shown all the names.
discord-option-code = The code that somebody gave you by hand.
discord-here = It comes here, in this chat.
discord-in-private = It comes in your private chat with me. If nothing is there, allow messages from this server in its privacy settings.
discord-closed = I could not reach your private chat. Allow messages from this server in its privacy settings, then use /back.
discord-slow = This takes a little longer than usual. If nothing comes, please do it again.
discord-not-kept = That could not be kept just now. Please do it again in a minute.
discord-no-thread = A shared thread did not work out here. Cards come to your own chat, and to theirs.
discord-thread-gone = The shared thread is gone. From now on, cards come to your own chat, and to theirs.

# ── Matrix: what it needs beside the messages themselves ──
matrix-hello = I am here now. Write anything, and we begin.
matrix-how = To answer, type the number or the words.
matrix-how-some = You can pick more than one, such as: 1, 3.
matrix-how-own = Your own words are fine, too.
matrix-or-type = Or type:
matrix-tidied = I take private questions out of this chat once you have answered, and your answer with them. Phones and servers may still hold copies.
matrix-tidied-mine = I take private questions out of this chat once you have answered. Your own answers stay until you delete them.
matrix-words-only = I can only read words. Pictures, files and voice are not kept.
matrix-no-emoji = I am a program and can't compare emoji with you. You can go on writing without it.
matrix-reactions-show = Servers can read reactions, so I take none for this one. Please type your answer.
matrix-unreadable = I could not read that one, since its key did not come. Please write it again.
matrix-came-open = That came without encryption, so I did not take it. Please write it again, in an app that encrypts.
matrix-withheld = Your app keeps its keys from devices that are not verified, so I can't read that. Please change this for me in its settings, then write it again.
matrix-not-allowed = This bot is not open to your account. Whoever runs it decides who may use it.
matrix-not-encrypted = This room is not encrypted, so I leave it. Please start an encrypted chat with me.
matrix-public = Others can look into this room, so I leave it. Please start a private chat with me.
matrix-not-alone = I talk with one person in a chat, so I leave this room. Please write to me in a chat of your own.
matrix-room-asked = A private room is ready, and you are invited to it. Cards come there; until you are in, they come here too.
matrix-no-room = A shared room did not work out. Cards come to your own chat, and to theirs.
matrix-room-gone = The shared room is gone. From now on, cards come to your own chat, and to theirs.
matrix-room-closed = This room closes now, for all of us. Your app and the servers may keep what was said until you delete it there.
