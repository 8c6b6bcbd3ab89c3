import { message } from './message';

describe('message', () => {
  it('puts its parameters into the template', () => {
    expect(message('a', '{n} of {total}', { n: 2, total: '6,000' })).toEqual({
      id: 'a',
      params: { n: 2, total: '6,000' },
      text: '2 of 6,000',
    });
    expect(message('a', 'nothing')).toEqual({ id: 'a', text: 'nothing' });
  });

  it('leaves what is no parameter as it is, also inside a parameter', () => {
    expect(message('a', '{n} {other}', { n: '{other} $1' }).text).toBe(
      '{other} $1 {other}',
    );
  });
});
