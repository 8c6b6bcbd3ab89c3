/**
 * What is planted: service times in ms (of a prediction, and of each row more), batchers as [size, wait in ms], users and
 * rows a request. `candidate` is measured after `base`; where it is left out, what the remedy itself computes is taken.
 */
const rows = [
  // The guide's batcher under the guide's load, at several service times.
  { service: '0', base: [32, 100], users: 10 },
  { service: '2', base: [32, 100], users: 10 },
  { service: '5', base: [32, 100], users: 10 },
  { service: '5+0.5', base: [32, 100], users: 10 },
  { service: '10', base: [32, 100], users: 10 },
  { service: '10+1', base: [32, 100], users: 10 },
  { service: '20', base: [32, 100], users: 10 },
  { service: '1+2', base: [32, 100], users: 10 },
  // More and fewer users, and requests of several rows.
  { service: '3', base: [32, 80], users: 1 },
  { service: '3', base: [32, 80], users: 4 },
  { service: '4+0.2', base: [32, 60], users: 7 },
  { service: '4+0.2', base: [32, 60], users: 20 },
  { service: '2+0.1', base: [64, 50], users: 30 },
  { service: '3+0.3', base: [32, 100], users: 6, rowsOfRequest: 4 },
  { service: '6', base: [32, 60], users: 3, rowsOfRequest: 8 },
  // Values that a person chose in the form.
  { service: '5', base: [32, 100], users: 10, candidate: [8, 5] },
  { service: '5+0.5', base: [32, 100], users: 10, candidate: [10, 20] },
  { service: '2', base: [32, 100], users: 10, candidate: [5, 10] },
  { service: '3+0.5', base: [32, 100], users: 10, candidate: [4, 10] },
  { service: '10', base: [32, 100], users: 10, candidate: [32, 25] },
  { service: '4', base: [32, 100], users: 10, candidate: [16, 40] },
  { service: '8+0.5', base: [32, 40], users: 8, candidate: [32, 10] },
  { service: '8', base: [16, 50], users: 12, candidate: [6, 8] },
  { service: '5', base: [16, 50], users: 12, candidate: [12, 5] },
  { service: '2+1', base: [32, 70], users: 8, candidate: [2, 5] },
  { service: '15', base: [32, 30], users: 5, candidate: [4, 10] },
  { service: '1+0.3', base: [64, 120], users: 16, candidate: [8, 15] },
  // The size was met before: batches filled, and the users had to wait for their turn.
  { service: '10', base: [4, 100], users: 16, candidate: [16, 20] },
  { service: '6+0.5', base: [4, 50], users: 12, candidate: [12, 20] },
  { service: '10', base: [2, 30], users: 8, candidate: [8, 10] },
  { service: '30', base: [8, 20], users: 16, candidate: [4, 20] },
  // A change for the worse, and one that changes nothing.
  { service: '8', base: [32, 60], users: 10, candidate: [32, 90] },
  { service: '4', base: [32, 60], users: 6, candidate: [32, 60] },
];

const nameOf = ({ service, base, users, rowsOfRequest, candidate }) =>
  [
    `service ${service} ms`,
    `batcher ${base.join('/')}`,
    `${users} users`,
    rowsOfRequest > 1 && `${rowsOfRequest} rows`,
    candidate ? `to ${candidate.join('/')}` : 'to the remedy',
  ]
    .filter(Boolean)
    .join(', ');

export const combinations = rows.map(({ rowsOfRequest = 1, ...row }) => ({
  ...row,
  rowsOfRequest,
  name: nameOf({ ...row, rowsOfRequest }),
}));
