# The private check. No labels, no advice, nothing that could be held against anybody.
title = A private check
about = One question, just to you, before you begin with somebody new.

check =
    One private check, just to you. With this person, is any of this true?

    I am sometimes afraid of how they will react. They check or control my phone, my money or who I see.

    I have been hurt or threatened. Saying no to this would cost me.
    .small = Just to you: are you ever afraid of this person, watched, hurt, or not free to say no?
    .none = None of these
    .some = One or more
    .rather-not = I'd rather not say

check-any =
    One private check, just to you. With any of these people, is any of this true?

    I am sometimes afraid of how they will react. They check or control my phone, my money or who I see.

    I have been hurt or threatened. Saying no to this would cost me.
    .small = Just to you: does anybody here scare you, watch you, hurt you, or make it hard to say no?
    .none = None of these
    .some = One or more
    .rather-not = I'd rather not say

alone-any-note =
    Then nothing starts with them here. Nobody is told who it was, and your answer is not kept.

    You are asked again before the next one. A quiet minute for yourself is there too: type break.

    To take my messages out of this chat, type hide.

careful-note = That is fine. Small sizes are plenty here, and help is always there: type help.

alone-note =
    Then nothing starts with them here. Nobody is told, and your answer is not kept.

    If that changes, you are asked again the next time. A quiet minute for yourself is there too: type break.

    To take my messages out of this chat, type hide.
