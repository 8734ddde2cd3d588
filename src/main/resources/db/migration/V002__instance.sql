-- What belongs to this installation as a whole: one row.

create table instance (
    id         integer not null primary key,
    -- A value that only the right instance key gives; the key itself is a file outside the database.
    key_check  bytea,
    -- When the last clean-up ran, so that a clock that jumped is noticed before it deletes anything.
    cleaned_at timestamp with time zone
);

insert into instance (id) values (1);
