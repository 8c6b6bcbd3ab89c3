/**
 * A running scaffolder.
 *
 * @param address - of its routes, such as `http://127.0.0.1:7007/api/scaffolder/v2`
 */
export function scaffolderApi(address: string) {
  async function post(path: string, body: unknown): Promise<any> {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  return {
    /** Runs a template as a person does who has filled in its form. */
    async run(templateRef: string, values: object) {
      const { id } = await post('/tasks', { templateRef, values });
      const events: any[] = [];
      while (!events.some(({ type }) => type === 'completion')) {
        const after = events.at(-1)?.id ?? 0;
        const response = await fetch(
          `${address}/tasks/${id}/events?after=${after}`,
        );
        events.push(...(await response.json()));
      }
      const { body } = events.find(({ type }) => type === 'completion');
      return {
        output: body.output,
        error: body.error?.message,
        done: doneIn(events),
      };
    },

    /** Tries a template without any effect. */
    async dryRun(
      template: object,
      values: object,
      files: { path: string; content: string }[],
    ) {
      const { output, log, directoryContents } = await post('/dry-run', {
        template,
        values,
        directoryContents: files.map(({ path, content }) => ({
          path,
          base64Content: Buffer.from(content).toString('base64'),
        })),
      });
      return {
        output,
        done: doneIn(log),
        log: JSON.stringify(log),
        paths: directoryContents.map(({ path }: { path: string }) => path),
      };
    },
  };
}

/** The ids of the steps that were completed, in their order. */
function doneIn(events: { body: { status?: string; stepId?: string } }[]) {
  return events
    .filter(({ body }) => body.status === 'completed')
    .flatMap(({ body }) => body.stepId ?? []);
}
