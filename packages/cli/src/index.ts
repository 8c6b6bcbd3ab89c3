/**
 * The `dynoscope` command.
 *
 * @packageDocumentation
 */

export { main } from './main';
export type { Terminal } from './Terminal';
