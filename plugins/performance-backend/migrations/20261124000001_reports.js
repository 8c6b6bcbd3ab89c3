// @ts-check

const instant = 'milliseconds since 1970 by the clock of the database';

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entities', table => {
    table.comment('What filters and permission conditions need of the catalog');
    table
      .string('entity_ref', 400)
      .primary()
      .comment('Entity reference in lower case, kind:namespace/name');
    table.string('kind', 63).notNullable().comment('Kind in lower case');
    table.string('namespace', 63).notNullable().comment('Namespace');
    table.string('name', 63).notNullable().comment('Name');
    table.text('title').nullable().comment('metadata.title');
    table
      .string('owner', 400)
      .nullable()
      .comment('Entity reference of the owner');
    table
      .string('system', 400)
      .nullable()
      .comment('Entity reference of the system that the entity is part of');
    table.text('type').nullable().comment('spec.type');
    table.text('lifecycle').nullable().comment('spec.lifecycle');
    table
      .bigInteger('updated_at')
      .notNullable()
      .comment(`Last change of this copy, ${instant}`);
    table.index(['owner'], 'entities_owner_idx');
    table.index(['kind'], 'entities_kind_idx');
  });

  await knex.schema.createTable('reports', table => {
    table.comment('Immutable documents, one a run');
    table.string('id', 36).primary().comment('UUID');
    table.string('run_id', 36).notNullable().unique().comment('Its run');
    table.string('entity_ref', 400).notNullable().comment('Measured entity');
    table.string('environment', 63).notNullable().comment('Its environment');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment(`When the run finished, ${instant}`);
    table
      .text('summary')
      .notNullable()
      .comment('What a list of reports shows, as JSON');
    table.text('document').notNullable().comment('The report as JSON');
    table.index(
      ['entity_ref', 'environment', 'created_at'],
      'reports_entity_ref_idx',
    );
    table.index(['created_at'], 'reports_created_at_idx');
  });

  await knex.schema.createTable('measurements', table => {
    table.comment('One metric of one subject in one run, for trends');
    table.bigIncrements('id').comment('Row number');
    table
      .string('report_id', 36)
      .notNullable()
      .references('id')
      .inTable('reports')
      .onDelete('CASCADE')
      .comment('Report that holds it');
    table.string('run_id', 36).notNullable().comment('Run that took it');
    table.string('entity_ref', 400).notNullable().comment('Measured entity');
    table.string('environment', 63).notNullable().comment('Its environment');
    table.string('subject', 200).notNullable().comment('Measured subject');
    table.string('metric', 100).notNullable().comment('Metric id');
    table.string('statistic', 20).notNullable().comment('p99, max …');
    table.double('value').notNullable().comment('Value in the metric’s unit');
    table.string('unit', 20).notNullable().comment('Unit');
    table.bigInteger('n').notNullable().comment('Number of samples');
    table.double('lower').nullable().comment('Lower end of the interval');
    table.double('upper').nullable().comment('Upper end of the interval');
    table.double('level').nullable().comment('Confidence of the interval');
    table
      .double('confidence')
      .notNullable()
      .comment('0 to 1; below one half it decides nothing');
    table
      .bigInteger('measured_at')
      .notNullable()
      .comment('End of the window, milliseconds since 1970');
    table.index(
      [
        'entity_ref',
        'environment',
        'metric',
        'statistic',
        'subject',
        'measured_at',
      ],
      'measurements_trend_idx',
    );
    table.index(['report_id'], 'measurements_report_id_idx');
  });

  await knex.schema.createTable('evidence', table => {
    table.comment('Raw material kept with a report');
    table.string('id', 36).primary().comment('UUID');
    table
      .string('report_id', 36)
      .notNullable()
      .references('id')
      .inTable('reports')
      .onDelete('CASCADE')
      .comment('Report that refers to it');
    table.binary('content').notNullable().comment('JSON, gzip');
    table
      .bigInteger('created_at')
      .notNullable()
      .comment(`When it was written, ${instant}`);
    table.index(['report_id'], 'evidence_report_id_idx');
    table.index(['created_at'], 'evidence_created_at_idx');
  });

  await knex.schema.createTable('latest_outcomes', table => {
    table.comment('Newest conclusive outcome of each check and subject');
    table.string('entity_ref', 400).notNullable().comment('Measured entity');
    table.string('environment', 63).notNullable().comment('Its environment');
    table.string('check_id', 100).notNullable().comment('Check');
    table
      .string('subject', 200)
      .notNullable()
      .comment('Measured subject, empty for a check without one');
    table.string('status', 20).notNullable().comment('Status of the outcome');
    table
      .bigInteger('measured_at')
      .notNullable()
      .comment('When it was measured, milliseconds since 1970');
    table.text('document').notNullable().comment('The outcome as JSON');
    table.primary(['entity_ref', 'environment', 'check_id', 'subject']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('latest_outcomes');
  await knex.schema.dropTable('evidence');
  await knex.schema.dropTable('measurements');
  await knex.schema.dropTable('reports');
  await knex.schema.dropTable('entities');
};
