# Welcome: what this is, who can read it, what is kept.
title = Welcome
about = What this is, who can read it, and what is kept. About three minutes.

hello =
    Hi. This is for feeling safe with somebody, not for more messages.

    You practise small hard shares, and good answers. I am a program, not a person and not therapy.
    .small = Hi. I am a program, for feeling safe with somebody.
    .more = Tell me more
    .start = Start
    .not-for-me = Not for me

more-hello = One person shares something small. The other answers with care, and hears what helped and what would feel better.
    .start = Start
    .not-for-me = Not for me

goodbye = Okay. I keep nothing about you, and you can come back any time.

no-rescue = No one reads these chats to keep you safe. If you are in danger, please use a help line or your local emergency number.
what-it-is = This is practice for everyday talk and well-being. It does not diagnose or treat anything, and it will miss things.
    .small = This is practice, not care for an illness.
    .understood = I understand

adult = This is for adults only. Are you 18 or older?
    .yes = I am 18 or older
    .no = I am not

young-lines = Then this is not the place for you yet. Here is where to turn to, and you can ask them anything.
nothing-kept = Nothing of yours is kept here. Take good care of yourself.
english-only-note = I know words of danger in English only. In other languages I miss them, so please type help when you need it.

who-reads =
    { $reads }

    Anybody who can open your device can read it too. Type who at any time to see this again.
    .small = { $reads }
    .ok = OK

keep = How long may I keep texts after they are delivered?
    .small = How long may I keep texts?
    .nothing = Keep nothing
    .days-7 = Keep 7 days
    .until-deleted = Keep until I delete

numbers = And your private ratings, as numbers only? They make the hints fit you.
    .small = And your private ratings?
    .days-90 = 90 days
    .none = None

consent = I agree that this bot stores what I choose to write about my feelings. You can take this back any time.
    .agree = Agree
    .no = No

without-consent = Okay. Without that I cannot go on, so I keep nothing about you.

country = Which country are you in, for help lines? You can skip this.
    .small = Which country, for help lines?

zone = Which large city shares your clock? It keeps notes out of your night.
    .small = Which large city shares your clock?

hours = When do you want quiet, such as 21:30-8:30? Invites and notes wait until it is over.
    .small = When do you want quiet?
    .usual = 21:30-8:30

prompts = May quiet notes come, if you ask for one later? They never say what they are about.
    .small = May quiet notes come?
    .discreet = Yes
    .none = No notes

pause-word = One word stops everything for a while. Keep "pause", or type your own.
    .small = One word stops everything. Keep "pause"?
    .usual = Keep "pause"

meaning =
    People use the word connection for many things. What does it mean to you?

    One line is plenty. It stays until you delete it.
    .small = What does connection mean to you? Skipping is fine.

all-set = You are all set. Type help or settings at any time.
