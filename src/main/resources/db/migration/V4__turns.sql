-- Whose turn it is to be solved, and plans that are solved in parts.

alter table plan
    -- Whose share of the solvers the plan takes, and how urgent it is among the plans of that account.
    add column account    text     not null default '',
    add column priority   smallint not null default 5,
    -- The task of db-scheduler that solves it at this moment; null while nobody does.
    add column ticket     text,
    -- The plan that this one is a part of, and which part.
    add column parent     uuid references plan (id) on delete cascade,
    add column part       text,
    -- How many of its parts have not ended yet; null for a plan that was not split.
    add column parts_left int,
    -- Solving time that its account was charged for it.
    add column charged_ms bigint   not null default 0;

alter table plan_problem
    -- Which demands were asked for together, gzipped JSON of ours; null for a problem that came in one piece.
    add column sections bytea,
    -- For a part: the problem whose bound counts for the whole, as gzipped JSON; null where it is the problem itself.
    add column relaxed  bytea;

-- A task was one plan before, and is a ticket for whatever is next now: under another name, so that a process of the
-- release before leaves it alone. What was being solved is lost with the task that solved it.
update plan set ticket = (
    select task_instance || '#' || version from scheduled_tasks
    where task_name = 'solve' and task_instance = plan.id::text)
where status = 'SOLVING';
update scheduled_tasks set task_name = 'turn' where task_name = 'solve';

create index plan_waiting on plan (account, priority desc, created, id) where status = 'QUEUED';
create index plan_begun on plan (created) where started is not null and ticket is null and ended is null;
create index plan_ticket on plan (ticket) where ticket is not null;
create index plan_parent on plan (parent, part) where parent is not null;

-- Start-time fair queueing: when the last plan of an account began and when it is through, in milliseconds of solving
-- time that every account has been given.
create table queue_account (
    account text   primary key,
    began   bigint not null,
    through bigint not null
);

-- What is done once a day, by a scheduler of its own: solves may leave the other one no thread for days.
create table chores (like scheduled_tasks including all);
delete from scheduled_tasks where task_name = 'tidy';
