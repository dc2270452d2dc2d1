-- id: node number in the highest 8 of 63 bits, sequence below.
-- recipient_key: era of the event (16,384 sequences) and a hash of the recipient, so that new entries always go to the
-- end of the index, whatever the size of the table. Times are microseconds since 1970-01-01T00:00:00Z.
create table journal_event (
    id bigint not null primary key,
    kind varchar(32) not null,
    time_micros bigint not null,
    message_id bigint not null,
    recipient_index int not null,
    sender varchar not null,
    recipient varchar not null,
    recipient_key bigint not null,
    tenant varchar not null,
    campaign varchar not null,
    message_class varchar not null,
    received_micros bigint not null,
    size_bytes int not null,
    client varchar not null,
    attempt_number int not null,
    pool varchar not null,
    source varchar not null,
    server varchar not null,
    site varchar not null,
    provider varchar not null,
    peer varchar not null,
    reply_code int not null,
    enhanced_code varchar not null,
    bounce_class varchar(32) not null,
    duration_millis int not null,
    unconfirmed boolean not null,
    reason varchar not null
);
create index journal_event_message on journal_event (message_id);
create index journal_event_recipient on journal_event (recipient_key);

-- Earliest and latest time of the events of an era, so that a question for a time finds its place without an index.
create table journal_era (
    era bigint not null primary key,
    earliest_micros bigint not null,
    latest_micros bigint not null
);

-- Which tenants, senders, servers and so on occur in an era, as era and hash: eras without them need not be read.
create table journal_sighting (
    sighting bigint not null primary key
);

create table journal_node (
    node int not null primary key,
    last_sequence bigint not null
);

create table fleet_version (
    version_number bigint not null primary key,
    applied_at timestamp(6) with time zone not null,
    author varchar not null,
    remark varchar not null,
    yaml ${longText} not null
);

create table suppression (
    address varchar(1000) ${binaryOrder} not null,
    tenant varchar(200) ${binaryOrder} not null,
    reason varchar(32) not null,
    source varchar not null,
    since timestamp(6) with time zone not null,
    expires timestamp(6) with time zone,
    primary key (address, tenant, reason)
);

create table directive (
    name varchar(1000) not null primary key,
    content ${longText} not null
);

create table api_key (
    id varchar(32) not null primary key,
    name varchar not null,
    role varchar(32) not null,
    created timestamp(6) with time zone not null,
    author varchar not null,
    expires timestamp(6) with time zone,
    token_hash varchar(64) not null
);

-- id: SHA-256 of owner and key.
create table idempotency_key (
    id varchar(64) not null primary key,
    request_digest varchar not null,
    since timestamp(6) with time zone not null,
    status int,
    body ${longText}
);
create index idempotency_key_since on idempotency_key (since);
