// The post-processors that plugins register, and how they are run: in order, and none stopping another.
import type * as Obsidian from 'obsidian';

interface Registration {
  readonly run: Obsidian.MarkdownPostProcessor;
  readonly sortOrder: number;
}

type CodeBlockHandler = Parameters<typeof Obsidian.MarkdownPreviewRenderer.createCodeBlockPostProcessor>[1];

let registrations: readonly Registration[] = [];
const watchers = new Set<() => void>();

// The API has a class of static members here, and plugins call those.
// eslint-disable-next-line @typescript-eslint/no-extraneous-class
export class MarkdownPreviewRenderer {
  static registerPostProcessor(run: Obsidian.MarkdownPostProcessor, sortOrder = run.sortOrder ?? 0): void {
    // Sorting is stable: processors of one order run as they were registered.
    registrations = [...registrations, { run, sortOrder }].sort((a, b) => a.sortOrder - b.sortOrder);
    tellWatchers();
  }

  static unregisterPostProcessor(run: Obsidian.MarkdownPostProcessor): void {
    registrations = registrations.filter((registration) => registration.run !== run);
    tellWatchers();
  }

  static createCodeBlockPostProcessor(
    language: string,
    handler: CodeBlockHandler,
  ): (el: HTMLElement, ctx: Obsidian.MarkdownPostProcessorContext) => void {
    return (el, ctx) => {
      for (const code of el.findAll(`pre > code.language-${CSS.escape(language)}`)) {
        const block = createDiv(`block-language-${language}`);
        code.parentElement?.replaceWith(block);
        void guard(() => handler(code.textContent, block, ctx));
      }
    };
  }
}

/** Every registered post-processor; the unload proof reads it. */
export function registeredPostProcessors(): readonly Obsidian.MarkdownPostProcessor[] {
  return registrations.map((registration) => registration.run);
}

/** Calls back when the set of post-processors has changed; returns the end of it. */
export function watchPostProcessors(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Runs them all on an element; resolves when the asynchronous ones have ended too. */
export async function postProcess(
  el: HTMLElement,
  ctx: Obsidian.MarkdownPostProcessorContext,
): Promise<void> {
  await Promise.all(registrations.map(({ run }) => guard(() => run(el, ctx))));
}

async function guard(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    console.error('A post-processor failed', error);
  }
}

function tellWatchers(): void {
  for (const watcher of [...watchers]) watcher();
}
