-- Plans, what they were made from and what came out, and the table of db-scheduler, which runs them.

create table plan (
    id              uuid primary key,
    name            text,
    status          text        not null,
    outcome         text,
    -- Options, as they were asked for.
    profile         text        not null,
    time_limit_ms   bigint      not null,
    gap_target      double precision not null,
    seed            bigint      not null,
    step_limit      bigint,
    from_plan       text,
    created         timestamptz not null,
    started         timestamptz,
    ended           timestamptz,
    -- The best schedule so far, counted by the referee.
    hard            bigint,
    medium          bigint,
    soft            bigint,
    -- How far the search is. Time spent adds up over attempts.
    spent_ms        bigint      not null default 0,
    phase           text,
    moves_per_second bigint,
    -- What is proven that no schedule can beat, and how: parts by comma, steps and time of the calculation.
    bound_medium    bigint,
    bound_soft      bigint,
    bound_parts     text,
    bound_steps     int,
    bound_ms        bigint,
    -- Each attempt has a higher number; writes of an earlier one are refused.
    attempt         int         not null default 0,
    -- Attempts that ended without a word, by a crash or a kill.
    lost_attempts   int         not null default 0,
    stop_requested  boolean     not null default false,
    failure         text,
    -- What it was computed with, so that it can be computed again.
    software        text        not null,
    machine         text,
    -- Goes up with every change; the ETag.
    version         bigint      not null default 0
);

create index plan_newest on plan (created desc, id desc);
create index plan_status on plan (status);

create table plan_problem (
    plan   uuid primary key references plan (id) on delete cascade,
    -- Exactly the bytes that were sent, gzipped.
    json   bytea not null,
    -- Where the search starts: the schedule of an earlier plan, gzipped JSON of ours.
    start  bytea
);

create table plan_schedule (
    plan        uuid primary key references plan (id) on delete cascade,
    -- Gzipped JSON of ours; both are replaced together.
    schedule    bytea not null,
    evaluation  bytea not null
);

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
