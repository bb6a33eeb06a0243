# The menu. Short choices, no lecture; the names of exercises are their own titles.
title = Menu
about = What there is to do, a few choices at a time.

what = What would you like?
    .alone = Alone
    .together = With someone
    .hot = A hot moment

# ── alone ──
alone-chosen = What fits just now?
look-chosen = Which one?
practise-chosen = Which one?
people-chosen = Which one?
ahead-chosen = Which one?

# ── with someone ──
together-chosen = What fits just now?
    .code = I have a code
light-chosen = Which one?
hard-chosen = Which one?
after-chosen = Which one?
code-note = Type join and the code.
code-note-discord = Use /join and the code.
whom = With a code that you hand over yourself, or with somebody by name?
    .small = With a code, or by name?
    .hand-over = Get a code
    .by-name = By name

# ── a hot moment ──
hot-chosen = One thing is enough. Which one?
    .small = Which one?
    .lines = Help lines
