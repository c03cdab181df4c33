// Finds a Chromium to test with, and on Debian as root installs one when there is none.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';

/** Chromium without a window: the tests take two thirds of the time that they take with the whole browser. */
const headless = 'chromium-headless-shell';
const names = [headless, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const usualPlaces = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
  ],
};

const missing =
  'No Chromium was found: install Chromium or Chrome, or set PLAYHEAD_CHROMIUM to the path of its program.';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The path of a Chromium: the variable PLAYHEAD_CHROMIUM, else one on PATH, else one in a usual place.
 * A variable that names no program is an error, so that a slip in it is not hidden by another browser.
 */
export function findChromium({ env = process.env, platform = process.platform } = {}) {
  const named = env.PLAYHEAD_CHROMIUM ?? '';
  if (named !== '') {
    if (isProgram(named)) return named;
    throw new Failure(`PLAYHEAD_CHROMIUM names ${named}, which is no program that can be run.`);
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...(usualPlaces[platform] ?? [])].find(isProgram);
}

function install(...packages) {
  console.log(`Installing the packages ${packages.join(' and ')} with apt-get.`);
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}

/**
 * As `findChromium`, but as root on Debian installs the one without a window if it is not there. Any other that was found will
 * do if that fails. Throws one clear sentence if there is none.
 */
export function ensureChromium() {
  const found = findChromium();
  const isNamed = (process.env.PLAYHEAD_CHROMIUM ?? '') !== '';
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (found === undefined && !mayInstall) throw new Failure(missing);
  if (isNamed || !mayInstall || found?.endsWith(headless) === true) return found;
  install(headless, 'fonts-liberation');
  if (findChromium() === undefined) install('chromium', 'fonts-liberation');
  const installed = findChromium();
  if (installed === undefined) throw new Failure(`apt-get could not install Chromium. ${missing}`);
  return installed;
}
