-- First answers to requests that carried an Idempotency-Key, so that a retry gets the same one.

create table idempotency (
    key         text        primary key,
    -- SHA-256 of what was asked: method, address and body.
    fingerprint bytea       not null,
    status      int         not null,
    location    text,
    etag        text,
    body        text,
    created     timestamptz not null
);

create index idempotency_created on idempotency (created);
