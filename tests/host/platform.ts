// What the app says of the device. The host plays a Linux desktop, an Android phone or an iPhone.
import type * as Obsidian from 'obsidian';

export type Device = 'desktop' | 'phone' | 'iphone';

export const Platform: typeof Obsidian.Platform = describe('desktop');

/** Before any plugin runs. */
export function playDevice(device: Device): void {
  Object.assign(Platform, describe(device));
}

function describe(device: Device): typeof Obsidian.Platform {
  const isPhone = device !== 'desktop';
  const isIos = device === 'iphone';
  return {
    isDesktop: !isPhone,
    isMobile: isPhone,
    isDesktopApp: !isPhone,
    isMobileApp: isPhone,
    isIosApp: isIos,
    isAndroidApp: isPhone && !isIos,
    isPhone,
    isTablet: false,
    isMacOS: false,
    isWin: false,
    isLinux: !isPhone,
    isSafari: isIos,
    resourcePathPrefix: `${window.location.origin}/`,
  };
}
