// @ts-check

const instant = 'milliseconds since 1970 by the clock of the database';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('experiments', table => {
    table.comment(
      'Remedies that were applied or proposed, and what came of it',
    );
    table.string('id', 36).primary().comment('UUID');
    table.string('entity_ref', 400).notNullable().comment('Changed entity');
    table.string('environment', 63).notNullable().comment('Its environment');
    table.string('check_id', 100).notNullable().comment('Check that missed');
    table
      .string('subject', 300)
      .notNullable()
      .comment('Subject whose check missed');
    table
      .string('remedy', 100)
      .notNullable()
      .comment('Remedy, whose record is kept over all entities');
    table
      .string('state', 20)
      .notNullable()
      .comment('proposed, applied, measured or abandoned');
    table
      .string('verdict', 20)
      .nullable()
      .comment('kept, exceeded, missed or unclear, once it is measured');
    table
      .string('base_report_id', 36)
      .notNullable()
      .comment('Report before the change; kept as long as this row');
    table
      .string('candidate_report_id', 36)
      .nullable()
      .comment('Report after the change; kept as long as this row');
    table
      .text('document')
      .notNullable()
      .comment('The experiment as JSON, without the record of its remedy');
    table
      .integer('version')
      .notNullable()
      .comment('Grows with each change; a change of an older one is refused');
    table
      .integer('runs_queued')
      .notNullable()
      .comment(
        'Runs queued so far; names the next one, so that it is queued once',
      );
    table
      .integer('tries')
      .notNullable()
      .comment('Runs queued since it was last asked to be measured');
    table
      .bigInteger('measure_asked_at')
      .nullable()
      .comment(`It is to be measured, and waits since then, ${instant}`);
    table
      .bigInteger('undo_began_at')
      .nullable()
      .comment(`The change is being put back since then, ${instant}`);
    table
      .bigInteger('created_at')
      .notNullable()
      .comment(`When it was recorded, ${instant}`);
    table.index(
      ['entity_ref', 'environment', 'created_at'],
      'experiments_entity_ref_idx',
    );
    table.index(['state', 'measure_asked_at'], 'experiments_state_idx');
    table.index(['remedy', 'verdict'], 'experiments_remedy_idx');
    table.index(['base_report_id'], 'experiments_base_report_id_idx');
    table.index(['candidate_report_id'], 'experiments_candidate_report_id_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('experiments');
};
