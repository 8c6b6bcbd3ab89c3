import { downloadText } from './downloadText';

it('saves the text as a file of its name, and lets it go afterwards', async () => {
  jest.useFakeTimers();
  const created = jest.fn((_blob: Blob) => 'blob:report');
  const revoked = jest.fn();
  Object.assign(URL, { createObjectURL: created, revokeObjectURL: revoked });
  const clicked = jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockReturnValue();
  downloadText({ name: 'report.json', type: 'application/json', text: '{}' });
  const [saved] = clicked.mock.contexts;
  expect(saved).toMatchObject({ download: 'report.json', href: 'blob:report' });
  expect(created.mock.calls[0][0]).toMatchObject({
    type: 'application/json',
    size: 2,
  });
  expect(revoked).not.toHaveBeenCalled();
  jest.runAllTimers();
  expect(revoked).toHaveBeenCalledWith('blob:report');
  jest.useRealTimers();
});
