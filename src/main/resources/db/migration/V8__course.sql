-- How the search of a plan went, so that it can be drawn by whoever comes later: what was saved of it, thinned.
create table plan_moment (
    plan         uuid   not null references plan (id) on delete cascade,
    -- Solving time over all attempts.
    elapsed_ms   bigint not null,
    -- Of the best schedule; null while there is none.
    hard         bigint,
    medium       bigint,
    soft         bigint,
    -- Null while nothing is proven.
    bound_medium bigint,
    bound_soft   bigint,
    primary key (plan, elapsed_ms)
);
