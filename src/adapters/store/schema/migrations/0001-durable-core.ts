import { type Kysely, type Migration, sql } from "kysely";

/**
 * Lanes, their events, holds, freezes and writes, and the one function that tells the time.
 *
 * `keysteps_now()` is the start of the statement, or what a transaction has put into the setting
 * `keysteps.now`. Ops are `json`, not `jsonb`: that one refuses lone surrogates and NUL, which
 * titles cut short may hold.
 */
export const durableCore: Migration = {
  async up(db: Kysely<never>) {
    for (const statement of statements) await statement.execute(db);
  },
};

const statements = [
  sql`create function keysteps_now() returns bigint language sql stable as $$
    select coalesce(
      nullif(current_setting('keysteps.now', true), '')::bigint,
      floor(extract(epoch from statement_timestamp()) * 1000)::bigint)
  $$`,
  sql`create table lane (
    name text collate "C" primary key,
    installation_id bigint not null,
    since bigint not null,
    token bigint not null default 0,
    owner text,
    lease_until bigint,
    read_seq bigint not null default 0,
    wake_at bigint,
    wait_until bigint,
    wait_reason text
  )`,
  sql`create table inbox (
    seq bigint generated always as identity primary key,
    delivery text not null unique,
    lane text not null,
    installation_id bigint not null,
    name text not null,
    state text not null default 'pending' check (state in ('pending', 'done', 'quarantined')),
    attempts int not null default 0,
    reason text,
    received_at bigint not null
  )`,
  sql`create index inbox_pending on inbox (lane, seq) where state = 'pending'`,
  sql`create table hold (
    id text primary key default gen_random_uuid()::text,
    scope text collate "C" not null,
    resource text collate "C" not null,
    unit int not null check (unit >= 0),
    repository text collate "C" not null,
    plan_id text not null,
    task_id text not null,
    state text not null default 'held' check (state in ('held', 'revoking', 'revoked')),
    passes jsonb not null default '[]',
    token bigint not null,
    granted_at bigint not null,
    released_at bigint,
    release_reason text
  )`,
  sql`create unique index hold_one_a_unit on hold (scope, resource, unit) where released_at is null`,
  sql`create index hold_of_repository on hold (repository)`,
  sql`create table frozen_resource (
    scope text collate "C" not null,
    resource text collate "C" not null,
    repository text collate "C" not null,
    pull_number int not null,
    reason text not null,
    since bigint not null,
    lifted_at bigint,
    primary key (scope, resource, repository, pull_number)
  )`,
  sql`create table outbox (
    id bigint generated always as identity primary key,
    lane text not null,
    op_key text not null,
    op json not null,
    revokes text[] not null default '{}',
    token bigint not null,
    state text not null default 'unsent' check (state in ('unsent', 'sent', 'refused')),
    attempts int not null default 0,
    reason text,
    created_at bigint not null,
    ended_at bigint
  )`,
  sql`create unique index outbox_unsent on outbox (lane, op_key) where state = 'unsent'`,
];
