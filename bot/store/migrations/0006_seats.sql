-- In an exercise for several, each seat has a code of its own: keyed hashes of those that still
-- seat somebody. The codes themselves are inside the sealed body of the session.

create table seat (
    code integer primary key,
    session text not null references session on delete cascade
);
create index seat_session on seat (session);
