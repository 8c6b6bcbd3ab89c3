/** The name of a subject without its kind: `iris` of `endpoint/iris`. */
export function subjectName(subject: string): string {
  return subject.slice(subject.indexOf('/') + 1);
}
