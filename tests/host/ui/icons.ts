// Icons: Lucide's, by name. The build bundles those whose names stand somewhere in the sources.
import bundled from 'virtual:icons';

const added = new Map<string, string>();

export function addIcon(iconId: string, svgContent: string): void {
  added.set(iconId, svgContent);
}

export function removeIcon(iconId: string): void {
  added.delete(iconId);
}

export function getIconIds(): string[] {
  return [...Object.keys(bundled).map((name) => `lucide-${name}`), ...added.keys()];
}

export function getIcon(iconId: string): SVGSVGElement | null {
  const own = added.get(iconId);
  // As documented: the content of an added icon is drawn in a box of 100 by 100.
  const shape = own === undefined ? undefined : { content: own, viewBox: '0 0 100 100' };
  const name = iconId.replace(/^lucide-/, '');
  const lucide = bundled[name] === undefined ? undefined : { content: bundled[name], viewBox: '0 0 24 24' };
  const found = shape ?? lucide;
  return found === undefined ? null : draw(found, own === undefined ? `lucide-${name}` : iconId);
}

export function setIcon(parent: HTMLElement, iconId: string): void {
  const icon = getIcon(iconId);
  if (icon === null) parent.empty();
  else parent.replaceChildren(parent.doc.adoptNode(icon));
}

function draw({ content, viewBox }: { content: string; viewBox: string }, name: string): SVGSVGElement {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${content}</svg>`;
  const svg = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  svg.setAttrs({
    width: '24',
    height: '24',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '2',
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    class: `svg-icon ${name}`,
  });
  return document.adoptNode(svg) as unknown as SVGSVGElement;
}
