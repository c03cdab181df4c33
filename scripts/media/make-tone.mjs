// Makes tests/fixtures/media/tone.wav: twenty seconds of a quiet tone, as little as a browser takes for sound.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const outfile = fileURLToPath(new URL('../../tests/fixtures/media/tone.wav', import.meta.url));

const seconds = 20;
const samplesPerSecond = 3000;
const hertz = 220;
const loudness = 0.1;

const samples = Buffer.alloc(seconds * samplesPerSecond);
for (let index = 0; index < samples.length; index++) {
  // One byte a sample, 128 being silence.
  samples[index] =
    128 + Math.round(127 * loudness * Math.sin((2 * Math.PI * hertz * index) / samplesPerSecond));
}

const header = Buffer.alloc(44);
header.write('RIFF', 0);
header.writeUInt32LE(36 + samples.length, 4);
header.write('WAVEfmt ', 8);
header.writeUInt32LE(16, 16);
header.writeUInt16LE(1, 20); // uncompressed
header.writeUInt16LE(1, 22); // one channel
header.writeUInt32LE(samplesPerSecond, 24);
header.writeUInt32LE(samplesPerSecond, 28); // bytes a second
header.writeUInt16LE(1, 32); // bytes a sample
header.writeUInt16LE(8, 34); // bits a sample
header.write('data', 36);
header.writeUInt32LE(samples.length, 40);

writeFileSync(outfile, Buffer.concat([header, samples]));
