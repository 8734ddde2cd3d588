-- Answers are sealed from here on. What was kept before could only be sealed with secrets that nobody has; there was no
-- release before, so it goes.

delete from conversation;

alter table conversation drop column invitation_proof;
-- The invitation's own keys: what the starter seals before the partner joins is sealed for them. Gone with the joining.
alter table conversation add column invitation_pub bytea;
alter table conversation add column invitation_keys bytea;
-- Whether the list opens on both screens together: chosen by the starter, shown before joining.
alter table conversation add column together boolean not null;

-- The public half of the partner's keys, and both halves wrapped under secret and PIN.
alter table partner add column pub bytea not null;
alter table partner add column keys bytea not null;
-- How often in a row a wrong PIN came, and until when the next has to wait.
alter table partner add column wrong_pins integer not null;
alter table partner add column waits_until timestamp with time zone;
