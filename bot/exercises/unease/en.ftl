# Beside a private rating. It asks for no reason and gives no advice on what to do about anybody.
title = A quiet way out
about = For when you feel uneasy about what happens next.

rest-note =
    Okay. Nothing of yours is sent while you are here, and nobody is told.

    To take my messages out of this chat, type hide.

    Your care guide stays as it is. Type guide to change it.

what-now = What would be good now? There is no wrong answer.
    .small = What would be good now?
    .leave = Stop here
    .quiet = A quiet minute
    .return = Back to where I was

quiet-note = Press both feet into the floor. Let one breath out as slowly as you can.

left-note = Okay. This is over for you, and nothing more of yours is sent.
