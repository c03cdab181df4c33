// The title of a media file.
import { boundedTitle } from '../../core/mean/title';
import { providerOf, type VaultFile, type WebFile } from '../../core/mean/provider';

export type MediaVideo = VaultFile | WebFile;

/** The file's name, for people. */
export function titleOf(video: MediaVideo): string {
  return boundedTitle(providerOf(video).fileName(video) ?? '');
}
