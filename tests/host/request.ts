// The API's own requests. In the app they know no CORS; here they go by `fetch`, so a test that answers them from
// another origin has to allow this one.
import type * as Obsidian from 'obsidian';

export function requestUrl(request: Obsidian.RequestUrlParam | string): Obsidian.RequestUrlResponsePromise {
  const answer = send(typeof request === 'string' ? { url: request } : request);
  return Object.assign(answer, {
    arrayBuffer: part(answer, 'arrayBuffer'),
    text: part(answer, 'text'),
    // The body may be no JSON at all: the getter throws only for those who ask.
    json: part(answer, 'json'),
  });
}

export async function request(param: Obsidian.RequestUrlParam | string): Promise<string> {
  return (await requestUrl(param)).text;
}

/** A part of the answer, as a promise that troubles nobody who does not await it. */
function part<K extends 'arrayBuffer' | 'json' | 'text'>(
  answer: Promise<Obsidian.RequestUrlResponse>,
  name: K,
): Promise<Obsidian.RequestUrlResponse[K]> {
  const value = answer.then((response): Obsidian.RequestUrlResponse[K] => response[name]);
  value.catch(() => undefined);
  return value;
}

async function send(param: Obsidian.RequestUrlParam): Promise<Obsidian.RequestUrlResponse> {
  const { url, method = 'GET', contentType, body, headers = {} } = param;
  const response = await fetch(url, {
    method,
    headers: contentType === undefined ? headers : { ...headers, 'Content-Type': contentType },
    ...(body === undefined ? {} : { body }),
  });
  if (param.throw !== false && response.status >= 400)
    throw new Error(`Request failed, status ${response.status}`);
  const arrayBuffer = await response.arrayBuffer();
  const text = new TextDecoder().decode(arrayBuffer);
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    arrayBuffer,
    text,
    get json(): unknown {
      return JSON.parse(text) as unknown;
    },
  };
}
