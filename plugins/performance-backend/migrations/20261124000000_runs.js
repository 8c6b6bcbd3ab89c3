// @ts-check

const instant = 'milliseconds since 1970 by the clock of the database';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('plans', table => {
    table.comment('Plans that were shown and may still be run');
    table.string('id', 36).primary().comment('UUID');
    table
      .string('entity_ref', 400)
      .notNullable()
      .comment('Entity that the plan is for');
    table.text('document').notNullable().comment('The plan as JSON');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment(`No run starts from it afterwards, ${instant}`);
    table.index(['expires_at'], 'plans_expires_at_idx');
  });

  await knex.schema.createTable('runs', table => {
    table.comment('One execution of probes; also the queue of the workers');
    table.string('id', 36).primary().comment('UUID');
    table.string('entity_ref', 400).notNullable().comment('Measured entity');
    table
      .string('environment', 63)
      .notNullable()
      .comment('Environment of the configuration');
    table
      .string('state', 20)
      .notNullable()
      .comment('queued, running, cancelling or one of the final states');
    table
      .string('trigger', 20)
      .notNullable()
      .comment('schedule, user, api, ci or experiment');
    table
      .string('requested_by', 400)
      .notNullable()
      .comment('User entity reference, service subject or schedule');
    table
      .string('idempotency_key', 200)
      .nullable()
      .comment('Header Idempotency-Key of the request');
    table
      .string('request_hash', 64)
      .nullable()
      .comment('SHA-256 of the request that came with the key');
    table.text('plan').notNullable().comment('The plan as JSON');
    table.text('progress').notNullable().comment('The progress as JSON');
    table.string('report_id', 36).nullable().comment('Report of the run');
    table.text('error').nullable().comment('Why it did not end well, as JSON');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment(`When it was queued, ${instant}`);
    table
      .bigInteger('started_at')
      .nullable()
      .comment(`When a worker took it, ${instant}`);
    table
      .bigInteger('finished_at')
      .nullable()
      .comment(`When it reached a final state, ${instant}`);
    table
      .string('lease_owner', 100)
      .nullable()
      .comment('Worker that runs it, for people who look here');
    table
      .bigInteger('lease_until')
      .nullable()
      .comment(`The run counts as interrupted afterwards, ${instant}`);
    table
      .integer('fence')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each claim; a write with an older one is refused');
    table.unique(['requested_by', 'idempotency_key'], {
      indexName: 'runs_idempotency_key_uniq',
    });
    table.index(['state', 'created_at'], 'runs_state_idx');
    table.index(['trigger', 'created_at'], 'runs_trigger_idx');
    table.index(
      ['entity_ref', 'environment', 'created_at'],
      'runs_entity_ref_idx',
    );
  });

  await knex.schema.createTable('run_targets', table => {
    table.comment('Addresses that runs hold, and held: one run at a target');
    table.bigIncrements('id').comment('Row number');
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE')
      .comment('Run that holds the address');
    table
      .string('target', 300)
      .notNullable()
      .comment('host:port, by name and by resolved address');
    table
      .bigInteger('requests')
      .notNullable()
      .comment('Requests that the plan allows there, for the daily budget');
    table
      .bigInteger('held_at')
      .notNullable()
      .comment(`When the run took it, ${instant}`);
    table
      .bigInteger('released_at')
      .nullable()
      .comment(`When the run gave it back, ${instant}`);
    table.unique(['target'], {
      indexName: 'run_targets_held_uniq',
      predicate: knex.whereNull('released_at'),
    });
    table.index(['run_id'], 'run_targets_run_id_idx');
    table.index(['target', 'held_at'], 'run_targets_target_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('run_targets');
  await knex.schema.dropTable('runs');
  await knex.schema.dropTable('plans');
};
