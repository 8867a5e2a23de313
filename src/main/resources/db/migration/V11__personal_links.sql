-- Personal links: random, stored as hashes, with an end. They take the place of the encrypted ones, which end here.

create table personal_link (
    -- SHA-256 of the secret part. Whoever reads this table, or a backup of it, can open no card.
    hash     bytea       primary key check (octet_length(hash) = 32),
    -- A link shows what stands of a district, or the schedule of a plan that came as a whole problem.
    district text,
    plan     uuid        references plan (id) on delete cascade,
    cadre    text        not null,
    -- For the reference to the list: a link of a district lives as long as the cadre is there.
    list     text        not null generated always as ('cadres') stored,
    made     timestamptz not null,
    -- Written once a day at most.
    used     timestamptz,
    ends     timestamptz not null,
    check ((district is null) <> (plan is null)),
    foreign key (district, list, cadre) references item (district, list, id) on delete cascade
);

create index personal_link_cadre on personal_link (district, cadre) where district is not null;
create index personal_link_plan on personal_link (plan) where plan is not null;
create index personal_link_end on personal_link (ends);

drop table link_key;
