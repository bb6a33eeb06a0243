# Good news. S is the one who tells it, L the one who answers.
title = Good news
about = One of you tells something that went well. The other helps it grow.

# ── the invite ──
pace =
    Good news with { $other }, and you tell first.

    How do you want to do it?
    .small = Good news with { $other }: how?
    .live = Live, in one sitting
    .slow = Slow, over some days
place = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite =
    { $other } would like to share good news with you. It takes about 5 minutes, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } would like to share good news: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.
explained = One of you tells something that went well, and the other answers. How it felt is private, and saying no is told to nobody.
muted-note = Okay. No invites from this person reach you any more, and they are not told.

# ── the news ──
text = What went well? One to three sentences are plenty, and small things count.
    .small = What went well? One line is plenty.
meaning = What does it mean to you? You can skip this.
    .small = What does it mean to you?
preview = This is what they will see. Once it is sent, it stays with them.
    .small = Send this? It stays with them then.
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
kept-note = Kept. Nothing was sent, and the draft is gone.
delivered = It is with them now. Their answer comes here.
card-news = Good news from { $by }
card-news-text = { $text }
card-news-meaning = What it means: { $meaning }

# ── the answer ──
joy =
    Name the joy first. It may begin like "You sound proud of …".

    No advice, no "careful", and no story of your own yet.
    .small = Name the joy in it, or skip.
more = Ask one thing that lets them tell more of it.
    .small = Ask for more of it.
    .tell-more = Tell me more!
    .best-bit = What was the best bit?
    .how-was-it = How was it, right when it happened?
answer-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-answer = An answer from { $by }
card-answer-joy = { $joy }
card-answer-more = { $more }
answer-sent = It is with them now. They can tell you more of it any time.

# ── how it was ──
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

# ── tell them? ──
tell = Do you want to tell them one small thing about it? It makes it easier the next time.
    .small = Tell them what helped?
    .helped = What helped
    .better = What would feel better
    .keep = Keep it to myself
nothing-to-do = You don't have to do anything with this.
tell-bad-tell = If you want, there are some ways to go on. Leaving it is one of them.
    .small = Leave it, or take a break?
    .leave = Leave it
    .break = Take a break
    .better = What would feel better
    .helped = What helped
clumsy = This may feel a bit clumsy. That is fine, and one small ask is enough.
helped = What helped? Pick one or type your own.
    .small = What helped?
    .glad-with-me = you were glad with me
    .asked = you asked for more
    .stayed-with-it = you stayed with my news
    .warm-words = your words were warm
    .time = you gave it time
    .smile = you made me smile
better = What would have felt better? Pick one or type your own.
    .small = What would have felt better?
    .glad-first = be glad with me first
    .ask-me = ask me one thing about it
    .stay-with-it = stay with my news a bit longer
    .no-advice = no advice just yet
    .story-later = your own story a bit later
    .more-warmth = more warmth
feedback-preview = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-feedback = From { $by }, about your answer. This is a tool, not a mark.
card-feedback-better = What would have felt better: { $better }
card-feedback-helped = What helped: { $helped }
feedback-sent = It is with them now. What they make of it comes here, if they want you to know.
receive = They told you how it was for them. What would you like to do?
    .small = They told you how it was.
    .thank = Thank them
    .close = Leave it there
they-thank = { $other } says thank you for telling them.

# ── turn it round, or close ──
swap = Would you like to turn it round now? It goes on only if you both say so now.
    .small = Turn it round now?
    .now = Turn it round
    .another = Another day
    .enough = Enough
turned-note = Now it is turned round.
closed = This one is finished. You can start a new one any time.
