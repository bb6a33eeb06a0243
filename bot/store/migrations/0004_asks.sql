-- When to look next at what a person wants to be asked, and when. Null: they want nothing.

alter table person add column asks integer;
create index person_asks on person (asks) where asks is not null;
