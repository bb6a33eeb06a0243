-- Every statement of the store but the migrations. A list comes in as JSON, so that a batch
-- costs the same few statements whatever its size. What is written row by row has question
-- marks and goes through `executemany`.

-- mark_seen: answers with the marks that are new.
insert into seen (mark, day) select value, :day from json_each(:marks) where true
on conflict do nothing returning mark;

-- unmark: what could not be taken may come again.
delete from seen where mark in (select value from json_each(:marks));

-- prune_seen: no platform repeats itself after so long.
delete from seen where day < :before;

-- load_sessions: those named, those whose codes were typed, and all that these people play
-- in, a row for each role.
select s.id, s.body, r.person, r.body from session s left join role r on r.session = s.id
where s.id in (
    select value from json_each(:sessions)
    union all
    select c.id from json_each(:codes) t join session c on c.code = t.value
    union all
    select seat.session from json_each(:codes) t join seat on seat.code = t.value
    union all
    select session from role where person in (select value from json_each(:people))
)
order by s.rowid;

-- load_people: who they are, the key that opens it, and when to look at what they keep.
select key.person, key.wrapped, person.body, person.due
from key join person on person.id = key.person
where key.person in (select value from json_each(:people));

-- load_bonds: all between any two of these people. The plus keeps SQLite from probing for
-- every pair: people have few bonds.
select owner, other, body from bond
where owner in (select value from json_each(:people))
and +other in (select value from json_each(:people));

-- load_own_bonds: all that these people keep about anybody.
select owner, other, body from bond where owner in (select value from json_each(:people));

-- load_records: all that these people keep for themselves.
select id, owner, other, kind, at, body from record
where owner in (select value from json_each(:people)) order by at, id;

-- load_kind: what one person keeps of one kind.
select id, owner, other, kind, at, body from record where owner = :owner and kind = :kind;

-- load_keys: to seal what is for somebody who was not loaded.
select person, wrapped from key where person in (select value from json_each(:people));

-- add_key: a person's first.
insert into key (person, wrapped) values (?, ?);

-- save_person: as they are now.
insert into person (id, body, due, asks) values (?, ?, ?, ?)
on conflict (id) do update set body = excluded.body, due = excluded.due, asks = excluded.asks;

-- save_bond: as its owner sees it now.
insert into bond (owner, other, body) values (?, ?, ?)
on conflict (owner, other) do update set body = excluded.body;

-- save_record: a repeated event writes it once.
insert into record (id, owner, other, kind, at, body) values (?, ?, ?, ?, ?, ?)
on conflict (owner, id) do update set body = excluded.body;

-- drop_bond: no longer kept by its owner.
delete from bond where owner = ? and other = ?;

-- drop_record: as `drop_bond`.
delete from record where owner = ? and id = ?;

-- add_session: a new one.
insert into session (id, turn, deadline, scripts, body, code) values (?, ?, ?, ?, ?, ?);

-- save_session: nothing is saved if another turn came first.
update session set turn = ?, deadline = ?, scripts = ?, body = ?, code = ?
where id = ? and turn = ?;

-- save_role: one person's answers.
insert into role (session, person, body) values (?, ?, ?)
on conflict (session, person) do update set body = excluded.body;

-- drop_role: somebody who no longer plays.
delete from role where session = ? and person = ?;

-- drop_seats: of these sessions; those that still have a code are written anew.
delete from seat where session in (select value from json_each(:sessions));

-- add_seat: one code of an exercise for several; of two that are alike, the first counts.
insert or ignore into seat (code, session) values (?, ?);

-- end_sessions: what ended is not kept.
delete from session where id in (select value from json_each(:sessions));

-- post: a message waits for delivery.
insert into outbox (key, place, person, free_at, body) values (?, ?, ?, ?, ?);

-- destroy_keys: erases these people, their bonds, records and messages with them.
delete from key where person in (select value from json_each(:people));

-- empty_roles: their answers go; that they play stays, so that others notice nothing.
update role set body = null where person in (select value from json_each(:people));

-- move_post: what waits for a shared place, under the key of somebody else there.
update outbox set person = ?, body = ? where key = ?;

-- room_posts: what waits for shared places in the language of these people.
select key, person, body from outbox
where place <> 'dm:' || person and person in (select value from json_each(:people)) order by id;

-- part: an account that its adapter is to forget.
insert into parting (due, body) values (?, ?);

-- parting: what is to be forgotten by now.
select id, body from parting where due <= :now order by id limit :limit;

-- put_off_parting: not forgotten yet; try again then.
update parting set due = :until where id = :id;

-- parted: forgotten.
delete from parting where id = :id;

-- aged: of whom something may have been kept long enough.
select id, due from person where due <= :now order by due limit :limit;

-- asking: who wanted to be asked something by now.
select id, asks from person where asks <= :now order by asks limit :limit;

-- lease: the head of each place that is free. What waits for its next try holds up its place.
update outbox set free_at = :until, tries = tries + 1 where id in (
    select o.id from outbox o where o.free_at <= :now and not exists (
        select 1 from outbox e
        where e.place = o.place and e.id < o.id and e.tries > 0 and e.free_at > :now
    )
    order by o.id limit :limit
)
returning id, key, person, tries, held, body;

-- free_leases: whoever held them is gone, for one process has the file; all are tried at once.
update outbox set free_at = 0 where tries > 0;

-- shred: delivered; the words go with the row.
delete from outbox where key in (select value from json_each(:keys));

-- put_back: not before then.
update outbox set free_at = :until where key = :key;

-- hold: nobody is to be reached there just now; whatever waits behind it, waits since then too.
update outbox set free_at = iif(key = :key, :until, free_at), held = coalesce(held, :now)
where place = (select place from outbox where key = :key);

-- free_held: they may be reached again.
update outbox set free_at = 0 where place = 'dm:' || :person and held is not null;

-- due: whose patience is over.
select id, deadline from session where deadline <= :now order by deadline limit :limit;

-- next_time: the earliest thing that waits, or null.
select min(at) from (
    select min(deadline) as at from session where deadline is not null
    union all
    select min(free_at) from outbox
    union all
    select min(due) from person where due is not null
    union all
    select min(asks) from person where asks is not null
    union all
    select min(due) from parting
);

-- counts: rows, no content.
select (select count(*) from person), (select count(*) from session),
    (select count(*) from outbox), (select count(*) from seen);

-- keep_script: a version that sessions may pin.
insert into script (mark, body) values (?, ?) on conflict (mark) do nothing;

-- drop_scripts: those that no session uses, and that are not today's.
delete from script where mark not in (select value from json_each(:today)) and mark not in (
    select value from (select distinct scripts from session), json_each(scripts)
);

-- scripts: all that are kept.
select mark, body from script;

-- proof: what only the right master key opens.
select proof from house;

-- prove: written once, when the database is made.
insert into house (one, proof) values (1, ?);
