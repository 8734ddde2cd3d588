-- Whether this partner would like a new round. The other never sees it: a round opens only when both would.
alter table partner add column asks_round boolean default false not null;
