-- What districts keep between rounds, what was published, and who changed what.

-- Numbers of changes. None is used twice, so that a version of something that is gone is not taken for that of its
-- successor.
create sequence change_number;

create table district (
    id       text        primary key,
    -- The district as JSON of ours.
    body     text        not null,
    -- Number of the change that made it so; the ETag.
    version  bigint      not null,
    -- Number of the last change of anything in the district. Every change locks this row first, so that the changes of
    -- a district come one after the other.
    changes  bigint      not null default 0,
    created  timestamptz not null
);

-- An item of a list: communities, skills, posts, dutyRules, units, sites, rounds, windows, demands, cadres.
create table item (
    district text   not null references district (id) on delete cascade,
    list     text   not null,
    id       text   not null,
    body     json   not null,
    version  bigint not null,
    primary key (district, list, id)
);

-- Which item points to which. The district is part of both keys: nothing can point into another one.
create table item_reference (
    district    text not null,
    list        text not null,
    item        text not null,
    field       text not null,
    target_list text not null,
    target      text not null,
    primary key (district, list, item, field, target_list, target),
    foreign key (district, list, item) references item (district, list, id) on delete cascade,
    foreign key (district, target_list, target) references item (district, list, id)
);

create index item_reference_target on item_reference (district, target_list, target);

-- Number of the last change of a list, deletions included.
create table list_revision (
    district text   not null references district (id) on delete cascade,
    list     text   not null,
    revision bigint not null,
    primary key (district, list)
);

-- Schedules of which people have been told.
create table publication (
    id         uuid        primary key,
    district   text        not null references district (id) on delete cascade,
    -- No reference: a publication stays when its plan is deleted.
    plan       uuid        not null,
    -- Identifiers of the rounds, as a JSON array.
    rounds     json        not null,
    published  timestamptz not null,
    actor      text        not null,
    duties     int         not null
);

create index publication_newest on publication (district, published desc);

create table published_duty (
    district    text      not null references district (id) on delete cascade,
    round       text      not null,
    round_date  date      not null,
    demand      text      not null,
    site        text      not null,
    -- A pseudonym where the person is forgotten.
    cadre       text      not null,
    starts      timestamp not null,
    ends        timestamp not null,
    minutes     int       not null,
    publication uuid      not null references publication (id) on delete cascade,
    -- A round on another date is another round, whatever its identifier.
    primary key (district, round, round_date, demand, cadre)
);

create index published_duty_cadre on published_duty (district, cadre, starts);
create index published_duty_time on published_duty (district, starts);

-- Which plan was made for which rounds of a district. Plans without a row came with a problem of their own.
alter table plan add column district text;
alter table plan add column rounds json;

create index plan_district on plan (district, created desc) where district is not null;

-- Who changed what and when. It names fields, never values: what a person wants forgotten is not here.
create table audit (
    id       bigint generated always as identity primary key,
    district text        not null,
    change   bigint      not null,
    at       timestamptz not null,
    actor    text        not null,
    action   text        not null,
    list     text,
    item     text,
    fields   text
);

create index audit_district on audit (district, id desc);
create index audit_item on audit (district, list, item, id desc);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'The audit trail is only added to.';
end
$$;

create trigger audit_is_only_added_to before update or delete on audit
    for each statement execute function refuse_change_of_audit();
