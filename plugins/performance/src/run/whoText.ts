/** The name of who started a run: `ana.lima` of `user:default/ana.lima`; a service or a schedule stays as it is. */
export function whoText(principal: string): string {
  return /^user:[^/]+\/(.+)$/.exec(principal)?.[1] ?? principal;
}
