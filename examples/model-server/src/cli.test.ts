import { join } from 'node:path';
import { bundleServer, examples, spawnServer } from './testing/spawnServer';

const manifests = join(examples, 'manifests');
const iris = ['--manifest', join(manifests, 'iris-classifier.yaml')];

beforeAll(bundleServer);

describe('the command', () => {
  it('says in one line that its port is taken', async () => {
    const first = await spawnServer([...iris, '--port', '0']);
    const { port } = new URL(first.url);
    expect(first.url).toBe(`http://127.0.0.1:${port}`);
    const second = await spawnServer([...iris, '--port', port]);
    expect(await second.exited).toBe(1);
    expect(second.stderr()).toBe(
      `model server: port ${port} is in use: stop the program that has it, or choose another with --port\n`,
    );
    first.kill('SIGTERM');
    expect(await first.exited).toBe(0);
  });

  it('answers what it holds before SIGTERM ends it, with a client that keeps its connection open', async () => {
    const ranker = join(manifests, 'sluggish-ranker.yaml');
    const server = await spawnServer(['--manifest', ranker, '--port', '0']);
    const answer = server.post('/v1/models/sluggish-ranker:predict', {
      instances: [[1, 2, 3, 4]],
    });
    while ((await server.requests()).length === 0) {
      // Until the request has come.
    }
    server.kill('SIGTERM');
    expect((await (await answer).json()).predictions).toHaveLength(1);
    expect(await server.exited).toBe(0);
  });

  it.each([
    [[], /--manifest: the file of an InferenceService is needed/, 2],
    [[...iris, '--folder', '/nowhere'], /--manifest: .*, or --folder/, 2],
    [['--folder', '/nowhere'], /--model-root: the folder of the models/, 2],
    [['--folder', '/nowhere', '--model-root', '/nowhere'], /\/nowhere/, 1],
    [['--mainfest', 'x'], /Unknown option '--mainfest'/, 2],
    [
      [...iris, '--port', '99999'],
      /--port: expected a number from 0 to 65535/,
      2,
    ],
    [['--manifest', '/nowhere.yaml'], /\/nowhere\.yaml: cannot be read/, 1],
    [[...iris, '--model-root', '/nowhere'], /iris\.onnx: cannot be loaded/, 1],
    [[...iris, '--host', '192.0.2.1'], /192\.0\.2\.1/, 1],
  ])('refuses %j in one line', async (args, message, exitCode) => {
    const server = await spawnServer(args);
    expect(await server.exited).toBe(exitCode);
    expect(server.stderr()).toMatch(message);
    expect(server.stderr().trimEnd().split('\n')).toHaveLength(1);
  });
});
