-- Everything that a person typed or rated is inside a sealed body. What is not sealed: random
-- or keyed ids, instants, and how many tries a delivery took. Instants are microseconds since
-- 1970-01-01 UTC. Destroying a row of `key` takes along all that hangs on it.

create table house (
    one integer primary key check (one = 1),
    proof blob not null  -- opens only with the right master key
);

create table key (
    person text primary key,
    wrapped blob not null  -- the person's data key, under the master key
) without rowid;

create table person (
    id text primary key references key on delete cascade,
    body blob not null
) without rowid;

create table bond (
    owner text not null references key on delete cascade,
    other text not null,
    body blob not null,
    primary key (owner, other)
) without rowid;

create table session (
    id text primary key,
    turn integer not null,
    deadline integer,
    scripts text not null,  -- marks of the scripts in use, a JSON list
    body blob not null
);
create index session_deadline on session (deadline) where deadline is not null;
create index session_scripts on session (scripts);

create table role (  -- who plays; outlives the person's key, so that nobody else notices
    session text not null references session on delete cascade,
    person text not null,
    body blob,  -- this person's answers; null: none, or forgotten
    primary key (session, person)
);
create index role_person on role (person);

create table outbox (  -- short, for what is delivered goes; so there is no index by person
    id integer primary key,  -- only the order; may be used again when the table was empty
    key text not null unique,
    place text not null,
    person text not null references key on delete cascade,
    free_at integer not null,  -- due, then end of the lease, then next try
    tries integer not null default 0,
    body blob not null
);
create index outbox_free on outbox (free_at);
create index outbox_held on outbox (place, id) where tries > 0;

create table record (
    id text not null,
    owner text not null references key on delete cascade,
    other text,
    kind text not null,
    at integer not null,
    body blob not null,
    primary key (owner, id)
);

create table seen (
    mark integer primary key,  -- 64 bits of a keyed hash; small, for there are many
    day integer not null  -- since 1970-01-01 UTC
);

create table script (
    mark integer primary key,
    body blob not null
);
