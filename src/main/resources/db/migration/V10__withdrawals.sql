-- Which rounds a publication spoke of, on which dates; when it ended for a round; duties that people were told not to
-- come to.

-- The kind of the window, which duty rules look at; null where it had none, or where it is not known any longer.
alter table published_duty add column kind text;

update published_duty set kind = planned.body ->> 'kind'
from item demanded
join item planned on planned.district = demanded.district and planned.list = 'windows'
  and planned.id = demanded.body ->> 'window'
where demanded.district = published_duty.district and demanded.list = 'demands' and demanded.id = published_duty.demand
  and planned.body ->> 'start' = to_char(published_duty.starts, 'YYYY-MM-DD"T"HH24:MI');

-- A round on another date is another round, whatever its identifier.
create table published_round (
    publication  uuid        not null references publication (id) on delete cascade,
    district     text        not null references district (id) on delete cascade,
    round        text        not null,
    round_date   date        not null,
    -- When another publication took its place, or when it was withdrawn; null while it stands.
    ended        timestamptz,
    is_withdrawn boolean     not null default false,
    primary key (publication, round, round_date)
);

-- One publication stands for a round.
create unique index published_round_standing on published_round (district, round, round_date) where ended is null;
create index published_round_round on published_round (district, round, round_date);

-- Of what was replaced before, nobody knows the dates.
insert into published_round (publication, district, round, round_date)
select distinct publication, district, round, round_date from published_duty;

-- Duties that people were told of, and that no longer stand: calendars have to cancel them. An event is known by cadre
-- and demand, so there is one row for each.
create table withdrawn_duty (
    district   text        not null references district (id) on delete cascade,
    cadre      text        not null,
    demand     text        not null,
    round      text        not null,
    round_date date        not null,
    site       text        not null,
    starts     timestamp   not null,
    ends       timestamp   not null,
    withdrawn  timestamptz not null,
    primary key (district, cadre, demand)
);

create index publication_plan on publication (plan);
