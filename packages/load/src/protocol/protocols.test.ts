import type { ErrorKind } from '../errorKinds';
import { createAnswerJudge } from './answerJudge';
import { detectProtocol, protocolOf } from './detectProtocol';
import type { ProtocolId } from './protocolIds';

describe('detectProtocol', () => {
  it.each<[string, ProtocolId]>([
    ['http://a/v1/models/iris:predict', 'kserve-v1'],
    ['http://a/v1/models/iris:predict?x=1', 'kserve-v1'],
    ['http://a/v1/models/iris:explain', 'http'],
    ['http://a/v2/models/iris/infer', 'open-inference-v2'],
    ['http://a/gateway/v2/models/iris/infer', 'open-inference-v2'],
    ['http://a/v2/models/iris/versions/3/infer', 'open-inference-v2'],
    ['http://a/v2/models/iris', 'http'],
    ['http://a/', 'http'],
  ])('takes %s for %s', (url, protocol) => {
    expect(detectProtocol(url)).toBe(protocol);
  });
});

describe('createAnswerJudge', () => {
  it.each<[ProtocolId, number, string, ErrorKind | undefined]>([
    ['http', 200, 'anything', undefined],
    ['http', 204, '', undefined],
    ['http', 301, '', 'redirect'],
    ['http', 304, '', 'redirect'],
    ['http', 404, '', 'http-4xx'],
    ['http', 599, '', 'http-5xx'],
    ['http', 600, '', 'protocol'],
    ['kserve-v1', 200, '{"predictions":[1,1]}', undefined],
    ['kserve-v1', 200, '{"predictions":[]}', undefined],
    ['kserve-v1', 200, '{"predictions":[1],"error":null}', undefined],
    ['kserve-v1', 200, '{"message":"x","predictions":null}', 'body-invalid'],
    ['kserve-v1', 200, '{"error":"x","predictions":[]}', 'body-invalid'],
    ['kserve-v1', 200, '{"predictions":{"a":1}}', 'body-invalid'],
    ['kserve-v1', 200, '[1]', 'body-invalid'],
    ['kserve-v1', 200, 'null', 'body-invalid'],
    ['kserve-v1', 200, '{"predictions":[1]', 'body-invalid'],
    ['kserve-v1', 200, '', 'body-invalid'],
    ['kserve-v1', 200, '{"predictions":["\xff"]}', 'body-invalid'],
    ['kserve-v1', 503, '{"predictions":[1]}', 'http-5xx'],
    ['open-inference-v2', 200, '{"outputs":[{"name":"o"}]}', undefined],
    ['open-inference-v2', 200, '{"outputs":[]}', 'body-invalid'],
    ['open-inference-v2', 200, '{"predictions":[1]}', 'body-invalid'],
    ['open-inference-v2', 200, '{"outputs":[1],"error":"x"}', 'body-invalid'],
  ])('of %s judges %i %s as %s', (id, status, body, kind) => {
    const judge = createAnswerJudge(protocolOf(id));
    const bytes = Buffer.from(body, 'latin1');
    expect(judge(status, bytes)?.kind).toBe(kind);
    expect(judge(status, bytes)?.kind).toBe(kind);
  });

  it('looks anew at an answer that differs from the last good one', () => {
    const judge = createAnswerJudge(protocolOf('kserve-v1'));
    const kinds = ['[1]', 'null', '[1]', '[2]'].map(
      list => judge(200, Buffer.from(`{"predictions":${list}}`))?.kind,
    );
    expect(kinds).toEqual([undefined, 'body-invalid', undefined, undefined]);
  });

  it('compares with what it saw, not with a buffer that changed since', () => {
    const judge = createAnswerJudge(protocolOf('kserve-v1'));
    const buffer = Buffer.from('{"predictions":[1]}');
    expect(judge(200, buffer)).toBeUndefined();
    buffer.write('{"predictions":null');
    expect(judge(200, buffer)?.kind).toBe('body-invalid');
  });

  it('says in its own words what is wrong', () => {
    const judge = createAnswerJudge(protocolOf('kserve-v1'));
    const hostile = Buffer.from('{"error":"<script>"}');
    expect(judge(200, hostile)?.message).toBe('the answer holds an error');
  });
});
