-- Whom to tell of the ends of plans, what they were told, and the table of db-scheduler that tells them.

create table webhook (
    id            uuid primary key,
    url           text        not null,
    description   text,
    -- Types of events by comma.
    events        text        not null,
    -- The key of the signatures, as the receiver has it.
    secret        text        not null,
    enabled       boolean     not null,
    -- Why we disabled it ourselves.
    disabled_for  text,
    -- The first failed try since the last one that got through.
    failing_since timestamptz,
    created       timestamptz not null,
    -- Goes up with every change by a caller, and when we disable it; the ETag.
    version       bigint      not null
);

create index webhook_order on webhook (created, id);

create table webhook_delivery (
    id          uuid primary key,
    webhook     uuid        not null references webhook (id) on delete cascade,
    -- One event goes to several webhooks. It is the same in all tries.
    event       uuid        not null,
    type        text        not null,
    -- No reference: the log stays when the plan is deleted. Null for a test.
    plan        uuid,
    -- Exactly what is sent.
    body        text        not null,
    created     timestamptz not null,
    status      text        not null,
    next_try    timestamptz,
    -- Failed tries since it was last begun, and the last tries of all as a JSON array.
    failed      int         not null default 0,
    tries       text        not null default '[]'
);

create index webhook_delivery_newest on webhook_delivery (webhook, created desc, id desc);
create index webhook_delivery_waiting on webhook_delivery (webhook) where status = 'WAITING';

create table webhook_tasks (
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

create index webhook_tasks_execution_time on webhook_tasks (execution_time);
create index webhook_tasks_last_heartbeat on webhook_tasks (last_heartbeat);
