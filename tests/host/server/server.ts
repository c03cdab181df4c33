// Serves the host, the built plugin and a vault to a browser on this machine, over loopback HTTP only.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseByteRange } from './byte-range';
import { fileInFolder, listFolder } from './folder';
import { mediaType } from './media-types';

export interface ServedFolders {
  /** Answers `/`. */
  readonly host: string;
  /** Answers `/plugin/`. */
  readonly plugin: string;
  /** Answers `/vault/index.json` and `/vault/files/`. */
  readonly vault: string;
  /** Answers `/media/`. */
  readonly media: string;
}

export interface RunningServer {
  /** Without a slash at its end: `http://127.0.0.1:4173`. */
  readonly url: string;
  close(): Promise<void>;
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${reason}\n`);
}

async function sendFile(request: IncomingMessage, response: ServerResponse, file: string): Promise<void> {
  const { size } = await stat(file);
  const range = parseByteRange(request.headers.range, size);
  const headers = {
    'Content-Type': mediaType(file),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
    ...(isOpen(request) && { 'Access-Control-Allow-Origin': '*' }),
  };
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  const partial = range === undefined ? {} : { 'Content-Range': `bytes ${first}-${last}/${size}` };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    ...partial,
    'Content-Length': last - first + 1,
  });
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  const stream = createReadStream(file, { start: first, end: last });
  // A player drops a range that it no longer wants; the file must not stay open then.
  response.on('close', () => stream.destroy());
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

/** Whether pages of other origins may read it: who asks decides, since one server plays the app both ways. */
function isOpen({ url = '/' }: IncomingMessage): boolean {
  return new URL(url, 'http://127.0.0.1').searchParams.has('cors');
}

/** The folder and the path in it that a request's path means. */
function locate(pathname: string, folders: ServedFolders): readonly [folder: string, path: string] {
  const prefixes = [
    ['/vault/files/', folders.vault],
    ['/plugin/', folders.plugin],
    ['/media/', folders.media],
  ] as const;
  const match = prefixes.find(([prefix]) => pathname.startsWith(prefix));
  if (match !== undefined) return [match[1], decodeURIComponent(pathname.slice(match[0].length))];
  return [folders.host, pathname === '/' ? 'index.html' : decodeURIComponent(pathname.slice(1))];
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folders: ServedFolders,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'This server only reads.');
    return;
  }
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (pathname === '/vault/index.json') {
    const body = JSON.stringify(await listFolder(folders.vault));
    response.writeHead(200, { 'Content-Type': mediaType(pathname), 'Cache-Control': 'no-store' }).end(body);
    return;
  }
  const [folder, path] = locate(pathname, folders);
  const file = await fileInFolder(folder, path);
  if (file === undefined) refuse(response, 404, 'There is no such file.');
  else await sendFile(request, response, file);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

/** Starts the server on 127.0.0.1; port 0 takes a free one. Rejects with code EADDRINUSE when the port is taken. */
export async function startServer(folders: ServedFolders, port = 0): Promise<RunningServer> {
  const server = createServer((request, response) => {
    answer(request, response, folders).catch((error: unknown) => {
      // A path with a bad percent sign is the sender's error, anything else is ours.
      if (response.headersSent) response.destroy();
      else if (error instanceof URIError) refuse(response, 400, 'This path cannot be decoded.');
      else refuse(response, 500, String(error));
    });
  });
  const taken = await listen(server, port);
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
