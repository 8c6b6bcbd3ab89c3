export { startModelServer } from './startModelServer';
export type { ModelServer } from './startModelServer';
export type { LoggedRequest } from './RequestLog';
