// Saves the files that notes show in the app's attachment folder.
import type { App } from 'obsidian';
import type { Attachment, Attachments } from '../playback/ports';

export function vaultAttachments({ fileManager, vault }: App): Attachments {
  return {
    save: async (name, bytes, source = ''): Promise<Attachment> => {
      const path = await fileManager.getAvailablePathForAttachment(name, source);
      const file = await vault.createBinary(path, bytes);
      const link = fileManager.generateMarkdownLink(file, source);
      return { path, embed: link.startsWith('!') ? link : `!${link}` };
    },
  };
}
