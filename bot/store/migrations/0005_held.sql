-- Since when a message waits for somebody who cannot be reached; null: it does not.

alter table outbox add column held integer;
