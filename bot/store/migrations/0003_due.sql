-- When something that is kept of a person has been kept long enough, and which accounts the
-- adapters have still to forget. Of everybody who is there already, it is looked at once.

alter table person add column due integer;
update person set due = 0;
create index person_due on person (due) where due is not null;

create table parting (
    id integer primary key,
    due integer not null,  -- not before; then the next try
    body blob not null  -- the account, under the house's key until its adapter has forgotten it
);
