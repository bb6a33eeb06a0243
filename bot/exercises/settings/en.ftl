# Settings: each question of the welcome again, one at a time. What is set stands above the choices.
title = Settings
about = Notes, quiet hours, what is kept, and the rest of what you set in the welcome.

which = What would you like to change?
    .notes = Notes
    .hours = Quiet hours
    .keep = How long texts stay
    .enough = That is all
    .numbers = How long ratings stay
    .zone = My clock
    .country = My country
    .pause-word = My pause word

notes = May quiet notes come, at times that you choose? They never say what they are about.
    .small = May quiet notes come?
    .discreet = Yes
    .none = No notes

hours = When do you want quiet, such as 21:30-8:30? Invites and notes wait until it is over.
    .small = When do you want quiet?
    .usual = 21:30-8:30

keep = How long may I keep texts after they are delivered? What is older than that goes now.
    .small = How long may I keep texts?
    .nothing = Keep nothing
    .days-7 = Keep 7 days
    .until-deleted = Keep until I delete

numbers = And your private ratings, as numbers only? With none, those that are there go now.
    .small = How long may I keep ratings?
    .days-90 = 90 days
    .none = None

zone = Which large city shares your clock?

country = Which country are you in, for help lines?

pause-word = Which word stops everything for a while? Keep "pause", or type your own.
    .small = Which word stops everything?
    .usual = Keep "pause"

enough-note = Okay. Type settings to come back here.
