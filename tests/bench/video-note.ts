// Notes as large video notes are: properties, a first line with the channel, and sentences with their anchors.

const HEAD = '---\ntitle: What was said\nvideoId: jNQXAC9IVRw\n---\n\nFrom: [[channel]] <br/> \n\n';
const SENTENCE = 'Something is said here, [[said | as it often is]], and then more of it follows ';

/** A note of one paragraph in one line, most of which is anchors, as in the largest real note. */
export function oneLineNote(anchors: number): string {
  return `${HEAD}${SENTENCE}${anchorsFrom(0, anchors).join(' ')}`;
}

/** A note of a paragraph, and now and then a heading, for each anchor. */
export function paragraphsNote(anchors: number): string {
  const paragraphs = anchorsFrom(0, anchors).map(
    (anchor, index) => `${index % 8 === 0 ? `## Part ${index / 8}\n\n` : ''}${SENTENCE}${anchor}.`,
  );
  return `${HEAD}${paragraphs.join('\n\n')}\n`;
}

/** A note as the Web Clipper makes it of a video that is so long: a paragraph of its transcript for every few seconds. */
export function clippedNote(seconds: number): string {
  const paragraphs = Array.from({ length: Math.floor(seconds / 6) }, (_, index) => {
    const time = new Date(index * 6000)
      .toISOString()
      .slice(11, 19)
      .replace(/^0(?:0:0?)?/, '');
    return `**${time}** · and so we said that this is how it would be done, if only there were time for it at last`;
  });
  return `${HEAD}## Transcript\n\n${paragraphs.join('\n\n')}\n`;
}

function anchorsFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const time = new Date((first + index) * 4000).toISOString().slice(11, 19);
    return `<a class="yt-timestamp" data-t="${time}">[${time}]</a>`;
  });
}
