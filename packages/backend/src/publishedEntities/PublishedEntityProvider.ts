import { readdir } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { PublishFolder } from '@dynoscope/backstage-plugin-performance-node';
import { parsePublishedEntity } from './parsePublishedEntity';

const mostFolders = 500;

/** What a file said when it was read last, and the entity that it described when it was good last. */
interface Published {
  content?: string;
  entity?: Entity;
  problem?: string;
}

/**
 * Brings `<root>/<name>/catalog-info.yaml` of the published folder into the catalog: catalog locations of a portal in use
 * take addresses of repositories only. A file that breaks keeps the entity that it described before.
 */
export class PublishedEntityProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private known = new Map<string, Published>();
  private isApplied = false;

  constructor(
    private readonly options: { root: string; logger: LoggerService },
  ) {}

  getProviderName(): string {
    return 'published-entities';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /** Reads the folder, and tells the catalog when something in it has changed. */
  async refresh(): Promise<void> {
    if (!this.connection) return;
    const { root, logger } = this.options;
    const folder = await PublishFolder.open({ root });
    const found: typeof this.known = new Map();
    for (const name of await foldersOf(root)) {
      const earlier = this.known.get(name);
      const published = await look(folder, name, earlier);
      if (!published) continue;
      found.set(name, published);
      const { problem: reason } = published;
      if (reason && reason !== earlier?.problem) {
        logger.warn('A published entity cannot be read', { name, reason });
      }
    }
    const names = new Set([...this.known.keys(), ...found.keys()]);
    const isSame = [...names].every(
      name => this.known.get(name)?.entity === found.get(name)?.entity,
    );
    this.known = found;
    this.isApplied &&= isSame;
    if (this.isApplied) return;
    await this.connection.applyMutation({
      type: 'full',
      entities: [...found.values()].flatMap(({ entity }) =>
        entity
          ? [{ entity, locationKey: `published:${stringifyEntityRef(entity)}` }]
          : [],
      ),
    });
    this.isApplied = true;
  }
}

async function look(
  folder: PublishFolder,
  name: string,
  earlier: Published | undefined,
): Promise<Published | undefined> {
  const file = `${name}/catalog-info.yaml`;
  let content: string | undefined;
  try {
    content = await folder.read(file);
    if (content === undefined) return undefined;
    if (content === earlier?.content) return earlier;
    const options = { folder: name, file };
    return { content, entity: await parsePublishedEntity(content, options) };
  } catch (error) {
    const problem = (error as Error).message;
    return { content, entity: earlier?.entity, problem };
  }
}

async function foldersOf(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  return entries
    .filter(entry => entry.isDirectory() && /^[a-z0-9]/i.test(entry.name))
    .map(({ name }) => name)
    .sort()
    .slice(0, mostFolders);
}
