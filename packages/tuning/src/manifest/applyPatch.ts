import { addEntry, addItem } from './addToText';
import { commentsOf } from './commentsOf';
import type { EditedText, Splice } from './editText';
import { fieldOf } from './fields';
import { locate, type Placed } from './locate';
import type { Operation, SourceFile } from './manifest';
import { ManifestError } from './ManifestError';
import { isSame, patchData } from './patchData';
import { plain } from './plainText';
import { parsePointer } from './pointer';
import { plainData, readYaml, type YamlFile } from './readYaml';
import { removeStep } from './removeFromText';
import { replaceValue } from './replaceInText';

/** A step of a patch of one document; its path starts at the root of the document. */
export interface DocumentOperation extends Operation {
  document: number;
}

const mostRounds = 200;

/** A file at the start of a round, read and with what the round needs of it. */
interface Round {
  yaml: YamlFile;
  data: readonly unknown[];
  edited: EditedText;
}

function startRound(yaml: YamlFile): Round {
  const { content } = yaml;
  return {
    yaml,
    data: yaml.documents.map(each => plainData(yaml, each)),
    edited: {
      content,
      comments: commentsOf(content),
      isJson: /^\s*[{[]\s*"/.test(content),
    },
  };
}

function splicesOf(round: Round, operation: DocumentOperation): Splice[] {
  const { yaml, edited } = round;
  const { op, path, value } = operation;
  const document = yaml.documents[operation.document];
  if (!document) throw new Error('There is no such document');
  const segments = parsePointer(path);
  const { steps, rest } = locate(document, segments);
  const last = steps[steps.length - 1];
  if (op === 'remove') return rest.length > 0 ? [] : removeStep(edited, steps);
  const key = segments[segments.length - 1];
  const parent = segments.slice(0, -1);
  const data = round.data[operation.document];
  const list = fieldOf(data, ...parent);
  if (op === 'add' && Array.isArray(list)) {
    if (list.some(each => isSame(each, value)) && key === '-') return [];
    if (key !== '-' && Number(key) !== list.length) {
      throw new Error('An item is added at the end of a list only');
    }
    const { steps: way } = locate(document, parent);
    return [addItem(edited, way[way.length - 1].node as Placed, value)];
  }
  if (rest.length === 0) {
    const same = isSame(fieldOf(data, ...segments), value);
    return same ? [] : [replaceValue(edited, last, value)];
  }
  if (rest.length > 1 || !last.node) throw new Error('There is no such place');
  return [addEntry(edited, last.node, key, value)];
}

/**
 * The steps that can be made at once, and those that wait for them: a step waits for one that works inside what holds it,
 * or the other way round.
 */
function independent(operations: readonly DocumentOperation[]) {
  const now: DocumentOperation[] = [];
  const later: DocumentOperation[] = [];
  const holders: { document: number; path: string }[] = [];
  for (const each of operations) {
    const path = `${each.path.slice(0, each.path.lastIndexOf('/'))}/`;
    const waits = holders.some(
      other =>
        other.document === each.document &&
        (other.path.startsWith(path) || path.startsWith(other.path)),
    );
    holders.push({ document: each.document, path });
    (waits ? later : now).push(each);
  }
  return { now, later };
}

function splice(content: string, splices: readonly Splice[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text } of [...splices].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  )) {
    if (start < from) throw new Error('Two changes overlap');
    parts.push(content.slice(from, start), text);
    from = end;
  }
  return parts.join('') + content.slice(from);
}

/** The edited text reads as the patch says, every other document as before, and no comment is gone. */
function isFaithful(
  before: Round,
  after: Round,
  operations: readonly DocumentOperation[],
): boolean {
  const lost = new Map<string, number>();
  const count = ({ edited }: Round, step: number) =>
    edited.comments.forEach(({ text }) =>
      lost.set(text, (lost.get(text) ?? 0) + step),
    );
  count(before, 1);
  count(after, -1);
  if ([...lost.values()].some(each => each > 0)) return false;
  const data = [...before.data];
  for (const operation of operations) {
    data[operation.document] = patchData(data[operation.document], operation);
  }
  return isSame(after.data, data);
}

/**
 * Makes changes in the text of a file and leaves every other character as it is. Throws a {@link ManifestError} when a
 * place does not exist, or cannot be changed alone.
 */
export function applyPatch(
  source: SourceFile,
  operations: readonly DocumentOperation[],
): string {
  const { file } = source;
  let round = startRound(readYaml(source));
  let open = [...operations];
  for (let rounds = 0; open.length > 0; rounds += 1) {
    const { now, later } = independent(open);
    const next = rounds < mostRounds && tryRound(file, round, now);
    if (!next) {
      const { lines, documents } = round.yaml;
      const start = documents[now[0].document]?.range[0] ?? 0;
      throw new ManifestError({
        file,
        line: Math.max(1, lines.linePos(start).line),
        message: `${plain(
          now[0].path,
        )} cannot be changed by itself: change it by hand`,
      });
    }
    round = next;
    open = later;
  }
  return round.yaml.content;
}

function tryRound(
  file: string,
  round: Round,
  operations: readonly DocumentOperation[],
): Round | undefined {
  try {
    const splices = operations.flatMap(each => splicesOf(round, each));
    if (splices.length === 0) return round;
    const content = splice(round.edited.content, splices);
    const after = startRound(readYaml({ file, content }));
    return isFaithful(round, after, operations) ? after : undefined;
  } catch {
    return undefined;
  }
}
