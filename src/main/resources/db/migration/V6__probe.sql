-- One row that every process writes now and then, to know whether the database can be written.

create table probe (
    id     int         primary key check (id = 1),
    probed timestamptz not null
);
