// Made by build.mjs: the inside of the SVG of each bundled Lucide icon, by name.
declare module 'virtual:icons' {
  const icons: Readonly<Record<string, string | undefined>>;
  export default icons;
}
