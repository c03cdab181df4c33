// The HTML that the stand-in answers for an embed's URL.
import type { PlayerScript } from './video-script';

const style = `
  html, body { margin: 0; height: 100%; overflow: hidden; background: #0f0f0f; color: #fff; font: 16px sans-serif; }
  video { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: fill; }
  main { position: absolute; inset: 0; display: grid; place-content: center; gap: 0.4em; text-align: center; }
  #time { font-size: clamp(2rem, 14vw, 7rem); font-variant-numeric: tabular-nums; font-weight: 700; line-height: 1; }
  #title, #id, #state { opacity: 0.8; }
  #id { font-family: monospace; }
`;

/** The player's page. The script in it is data: a `<` in a title must not end it. */
export function playerPage(script: PlayerScript): string {
  const data = JSON.stringify(script).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>YouTube stand-in</title><link rel="icon" href="data:,"><style>${style}</style></head>
<body>
<video playsinline preload="auto"></video>
<main><div id="title"></div><div id="time">0:00</div><div id="id"></div><div id="state"></div></main>
<script type="application/json" id="script">${data}</script>
<script src="/stand-in/player.js"></script>
</body>
</html>`;
}

/** A page with no player in it, as YouTube shows to make a visitor consent or sign in. */
export const consentPage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Before you continue</title><link rel="icon" href="data:,"></head>
<body><p>Sign in to confirm that you are not a bot</p></body>
</html>`;
