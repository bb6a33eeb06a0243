-- An invite can be found by its one-time code: a keyed hash of it, null once it seats nobody
-- any more. The code itself is inside the sealed body.

alter table session add column code integer;
create index session_code on session (code) where code is not null;
