-- Schedules changed by hand, and links for cadres to their own duties.

alter table plan
    -- How often changes by hand were saved, and when the last ones were.
    add column changed_by_hand int not null default 0,
    add column changed         timestamptz;

-- What was changed, so that whoever comes second can be told. Changes of one save are done as one.
create table plan_change (
    plan    uuid        not null references plan (id) on delete cascade,
    -- The version that the plan had afterwards.
    version bigint      not null,
    at      timestamptz not null,
    actor   text        not null,
    -- Gzipped JSON of ours.
    changes bytea       not null,
    primary key (plan, version)
);

-- The key that links to duties are encrypted with: one row, made once, from what PostgreSQL takes from its strong source
-- of randomness (244 bits). Whoever replaces it makes all links void.
create table link_key (
    id  int   primary key check (id = 1),
    key bytea not null
);

insert into link_key (id, key)
values (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
