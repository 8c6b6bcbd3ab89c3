import assert from 'node:assert/strict';
import { guestHeaders } from './guestHeaders.mjs';
import { until } from './until.mjs';

/** Runs a template of the portal without its form, and waits until it is done. */
export async function runTemplate(backendUrl, name, values) {
  const tasks = `${backendUrl}/api/scaffolder/v2/tasks`;
  const headers = await guestHeaders(backendUrl);
  const started = await fetch(tasks, {
    method: 'POST',
    headers,
    body: JSON.stringify({ templateRef: `template:default/${name}`, values }),
  });
  const body = await started.json();
  assert.equal(started.status, 201, JSON.stringify(body));
  const ask = async path => {
    const response = await fetch(`${tasks}/${body.id}${path}`, { headers });
    return response.json();
  };
  const { status } = await until(
    `the end of ${name}`,
    () => ask(''),
    task => !['open', 'processing'].includes(task.status),
  );
  if (status !== 'completed') {
    const events = await ask('/events');
    const said = events.map(event => event.body.message).join('\n');
    assert.fail(`${name}: ${status}\n${said}`);
  }
}
