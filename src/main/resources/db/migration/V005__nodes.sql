-- Any number of nodes on one database: what was in one node's memory is here.

-- How often the bell has rung: by it a screen on any node knows whether there is something to look at again.
alter table conversation add column rung integer default 0 not null;

-- What two do together in one evening: who is ready to open the list, and the deck they talk by. In a box of the one
-- fixed size that either of the two opens. Goes with the hour in over_at.
create table evening (
    conversation_id uuid                     not null primary key references conversation (id) on delete cascade,
    version         integer                  not null,
    box             bytea                    not null,
    over_at         timestamp with time zone not null
);

create index evening_over_at on evening (over_at);

-- To find those whose seals come to count without reading all that are not sealed yet.
create index partner_sealed_at on partner (sealed_at);

-- What one node does for all: which, and until when nobody else does it.
create table shedlock (
    name       varchar(64)  not null primary key,
    lock_until timestamp    not null,
    locked_at  timestamp    not null,
    locked_by  varchar(255) not null
);
