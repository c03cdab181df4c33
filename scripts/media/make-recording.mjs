// Makes tests/fixtures/media/recorded.webm: a minute as a browser's MediaRecorder writes it, with neither a length in its header
// nor an index. Needs ffmpeg, which leaves both out if it cannot go back in what it writes.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const outfile = fileURLToPath(new URL('../../tests/fixtures/media/recorded.webm', import.meta.url));

const recording = execFileSync('ffmpeg', [
  ...['-hide_banner', '-loglevel', 'error'],
  ...['-f', 'lavfi', '-i', 'color=c=0x336699:s=160x90:r=4:d=60'],
  ...['-c:v', 'libvpx', '-b:v', '10k', '-g', '8', '-deadline', 'realtime'],
  // One thread and no dates or version strings: the same ffmpeg writes the same bytes again.
  ...['-threads', '1', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'],
  ...['-live', '1', '-f', 'webm', 'pipe:1'],
]);
writeFileSync(outfile, recording);
