# Repair. Each side is told, said back, and owned in part; nobody is judged.
title = Repair
about = For when it went badly between two of you, and both want the next time to go better.

# ── offer ──
kind =
    A repair with { $other }. It does not mean you were wrong to be upset.

    It is not for fear, threats, or being hurt. What was it?
    .small = Was it a clumsy moment, or were you afraid?
    .clumsy = It went badly between us
    .afraid = I was afraid, threatened or hurt
when = Has it been over for a while? Twenty quiet minutes help before this.
    .small = Has it been over for a while?
    .just-now = It was just now
    .earlier = It was earlier
cool-note = Then twenty quiet minutes first. I come back to you after that, and nobody is asked before.
pace = How do you want to do it? First there is time to write alone: 20 minutes, or a day.
    .small = How do you want to do it?
    .live = Live, about an hour
    .slow = Slow, over some days
place = Where do the cards go? In a shared place the two of you see them; with me in between, each stays in your own chat.
    .small = Where do the cards go?
    .room = A shared place
    .relay = Between our own chats
invite =
    { $other } would like to do a repair with you. It takes about 20 minutes of your time, and either of you can stop any time.

    How: { $pace }. Where the cards go: { $place }.

    { $reads }

    Type who to see more about who can read.
    .small = { $other } asks for a repair: { $pace }, { $place }. { $reads }
    .yes = Yes
    .not-now = Not now
    .what = What is this?
    .mute = No invites from this person
already-open = { $other } has asked you already. Their invite is open, and you can answer that one.
asked =
    If they can be asked, they are asked now. If nothing comes of it, this closes by itself, and you will not hear why.

    You can also hand over this code yourself, once: { $code }. They type join and the code to me, on any app, and see it.
explained = Each of you writes your own side alone, and picks what to show. Then each says back what they read, and saying no is told to nobody.
muted-note = Okay. No invites from this person reach you any more, and they are not told.

# ── own side ──
side-note =
    First each of you writes alone, and picks which lines may be shown. After 20 minutes, or a day and when both are awake, both cards are shown at once.

    If one of you shows nothing, nothing is shown. Then it closes like one that nobody answered.
kind-too-kind =
    A repair does not mean that anybody was wrong to be upset.

    It is not for fear, threats, or being hurt. What was it for you?
    .small = Was it a clumsy moment, or were you afraid?
    .clumsy = It went badly between us
    .afraid = I was afraid, threatened or hurt
felt = What did you feel? Pick one or type your own.
    .small = What did you feel?
    .hurt = hurt
    .angry = angry
    .not-heard = not heard
    .alone = alone
set-off = What set it off for you? One moment is plenty.
    .small = What set it off for you?
different = Is there one thing you would do differently? "Nothing" is fine too.
    .small = One thing you would do differently?
    .nothing = nothing
friend = How would somebody who likes you both see it? One line is plenty.
    .small = How would a friend of both see it?
tick-opener = Which of these lines may { $other } see? You see the card before you keep or send it.
    .small = Which lines may { $other } see?
    .felt = What I felt
    .set-off = What set it off
    .different = What I would do differently
    .friend = How a friend of both would see it
tick-joiner = Which of these lines may { $other } see? You see the card before you keep or send it.
    .small = Which lines may { $other } see?
    .felt = What I felt
    .set-off = What set it off
    .different = What I would do differently
    .friend = How a friend of both would see it
side-opener = This is what they will see at the end of the time. Once it is out, it stays with them.
    .small = Show this? It stays with them then.
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
side-joiner = This is what they will see at the end of the time. Once it is out, it stays with them.
    .small = Show this? It stays with them then.
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-from-opener = The side of { $by }
card-from-opener-felt = What I felt: { $felt }
card-from-opener-set-off = What set it off for me: { $set-off }
card-from-opener-different = What I would do differently: { $different }
card-from-opener-friend = How a friend of us both may see it: { $friend }
card-from-joiner = The side of { $by }
card-from-joiner-felt = What I felt: { $felt }
card-from-joiner-set-off = What set it off for me: { $set-off }
card-from-joiner-different = What I would do differently: { $different }
card-from-joiner-friend = How a friend of us both may see it: { $friend }

# ── each says back ──
say-back =
    Your turn to say back what you read, as they may mean it. You need not agree.

    It may begin like "For you it was …".
    .small = Say back what you read. You need not agree.
preview-one = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
preview-two = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
kept-note = Kept. Nothing was sent, the draft is gone, and it goes on by itself.
sent-note = It is with them now.
card-back-opener = { $by } says back
card-back-opener-say-back = { $say-back }
card-back-joiner = { $by } says back
card-back-joiner-say-back = { $say-back }
check = Did they get what you meant?
    .yes = Yes, that's it
    .mostly = Mostly
    .not-quite = Not quite
not-quite = It was not quite that yet. You can read it again and say it back once more.

# ── owning a part ──
did =
    If you want, own one part of it. Both of you are asked this, and leaving it out is fine.

    It begins like this: I …
    .small = Own one part of it, or skip: I …
did-starts = I
effect = What did it do, as you see it now? It goes on like this: I see that it …
    .small = What did it do? I see that it …
effect-starts = I see that it | It
will = And one small act for the next time? It goes on like this: Next time I will …
    .small = Next time I will …
will-starts = Next time I will | Next time I'll | I will | I'll
own-opener = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
own-joiner = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-owned-opener = From { $by }
card-owned-opener-did = I { $did }
card-owned-opener-effect = I see that it { $effect }
card-owned-opener-will = Next time I will { $will }
card-owned-joiner = From { $by }
card-owned-joiner-did = I { $did }
card-owned-joiner-effect = I see that it { $effect }
card-owned-joiner-will = Next time I will { $will }

# ── one small act ──
act = What is one small thing you will do these days? So small that it costs little, a 1 or a 2.
    .small = One small thing you will do these days?
    .ask-first = Ask first, then answer
    .tea = Put my phone away when you talk
    .walk = Take a slow walk before we talk
    .note = Leave a kind note
act-opener = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
act-joiner = This is what they will see.
    .small = Send this?
    .send = Send
    .edit = Edit
    .keep = Keep it to myself
card-act-of-opener = One small thing from { $by }
card-act-of-opener-act = { $act }
card-act-of-joiner = One small thing from { $by }
card-act-of-joiner-act = { $act }

# ── how it is now ──
calmer = How is it for you now? Only you will see this.
    .calmer = Calmer
    .unchanged = The same
    .worse = Worse
closed = This one is finished. You can start a new one any time.
learning = Is there one thing that you learned? It is for you alone.
    .small = One thing that you learned?
