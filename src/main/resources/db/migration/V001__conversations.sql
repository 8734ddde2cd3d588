-- The same for H2 and PostgreSQL. Nothing here says when anybody came, looked or answered.

create table conversation (
    id               uuid                     not null primary key,
    version          integer                  not null,
    pack             varchar(40)              not null,
    expires_at       timestamp with time zone not null,
    -- The invitation: found by a value derived from its token, used by one derived from token and words. Gone once used.
    invitation       bytea,
    invitation_proof bytea,
    wrong_tries      integer                  not null
);

create unique index conversation_invitation on conversation (invitation);
create index conversation_expires_at on conversation (expires_at);

create table partner (
    id              uuid        not null primary key,
    version         integer     not null,
    conversation_id uuid        not null references conversation (id) on delete cascade,
    role            varchar(3)  not null,
    -- Found by a value derived from the return code; the code itself is nowhere.
    lookup          bytea       not null,
    -- The version of the words of consent that were agreed to.
    consent         integer     not null,
    -- Boxes of one fixed size: what this partner is working on, and what they have sealed.
    draft           bytea,
    sealed          bytea,
    sealed_at       timestamp with time zone,
    unique (conversation_id, role)
);

create unique index partner_lookup on partner (lookup);

create table round (
    id              uuid    not null primary key,
    version         integer not null,
    conversation_id uuid    not null references conversation (id) on delete cascade,
    number          integer not null,
    -- When both seals counted, to the minute; every date that follows is reckoned from it.
    both_at         timestamp with time zone,
    overlap         bytea,
    unique (conversation_id, number)
);
